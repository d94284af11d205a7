package id.setia.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A member as they are found; of a merged member, the one they live on as.
 *
 * @param language {@code id} or {@code en}
 */
public record FoundMember(
        UUID id, MemberState state, Optional<LocalDate> birthDate, String language, String name) {

    /** The name as a till may show it: {@code B••• S•••}. */
    public String maskedName() {
        return MaskedName.of(name);
    }
}
