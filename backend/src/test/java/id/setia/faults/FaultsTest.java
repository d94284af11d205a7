package id.setia.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A minute of the fault battery; {@code mvn -Pfaults verify} has the whole. */
@DisabledOnOs(OS.WINDOWS)
class FaultsTest {

    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    @Test
    void what_was_acknowledged_is_there_once_and_every_promise_holds_whatever_is_killed() throws Exception {
        Path programs = Path.of(System.getProperty("setia.test.directory"));

        Report report = FaultBattery.run(
                Path.of("target", "faults-test").toAbsolutePath(), programs, FaultCounts.SHORT, LONGEST_PAUSE_MILLIS);

        assertThat(report.violations()).isEmpty();
    }
}
