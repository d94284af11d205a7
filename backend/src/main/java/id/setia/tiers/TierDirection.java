package id.setia.tiers;

import id.setia.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether members rise or fall. */
enum TierDirection {
    UP,
    DOWN;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem when there is no such direction */
    static Optional<TierDirection> read(Optional<String> value) {
        return value.map(text -> Arrays.stream(values())
                .filter(direction -> direction.value().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/direction", "value_unknown", "up, down")));
    }
}
