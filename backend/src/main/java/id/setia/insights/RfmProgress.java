package id.setia.insights;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * How far a run is.
 *
 * @param after the last member whose figures, or then habits, are gathered
 */
@Serdeable
record RfmProgress(Stage stage, @Nullable UUID after, long done) {

    static final RfmProgress BEGINNING = new RfmProgress(Stage.GATHERING, null, 0);

    /** What is done next. */
    @Serdeable
    enum Stage {
        GATHERING,
        CUTTING,
        PUBLISHING,
        CLEARING,
        HABITS,
        DONE
    }

    /** At what goes over everybody once more. */
    RfmProgress fromTheFirst(Stage next) {
        return new RfmProgress(next, null, done);
    }

    RfmProgress at(Stage next) {
        return new RfmProgress(next, after, done);
    }
}
