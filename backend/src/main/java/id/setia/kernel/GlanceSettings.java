package id.setia.kernel;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How reads of one statement share connections.
 *
 * @param readers how many are done at the same time, at most as many as the pool has connections; 0 for two for each
 *     processor, and four at least
 */
@ConfigurationProperties("setia.glances")
record GlanceSettings(@Bindable(defaultValue = "0") @Min(0) @Max(64) int readers) {

    private static final int LEAST = 4;

    int among(int connections) {
        int wanted = readers == 0 ? Math.max(LEAST, 2 * Runtime.getRuntime().availableProcessors()) : readers;
        return Math.min(wanted, connections);
    }
}
