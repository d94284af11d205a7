package id.setia.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How many requests are let in at the same time.
 *
 * @param patience from 10 milliseconds; where answers take more than half of it on the average, no more requests are let in
 *     than are answered within it
 * @param least how many are let in however late answers are
 */
@ConfigurationProperties("setia.requests")
record CrowdSettings(
        @Bindable(defaultValue = "2s") Duration patience, @Bindable(defaultValue = "64") @Min(1) @Max(100000) int least) {

    private static final Duration SHORTEST = Duration.ofMillis(10);

    CrowdSettings {
        if (patience.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("setia.requests.patience is at least 10ms: " + patience);
        }
    }
}
