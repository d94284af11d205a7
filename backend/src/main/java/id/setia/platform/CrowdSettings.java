package id.setia.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many may wait.
 *
 * @param waiting how many requests wait for a connection to the database at most; more are asked to come again
 */
@ConfigurationProperties("setia.requests")
record CrowdSettings(@Bindable(defaultValue = "500") @Min(1) @Max(100000) int waiting) {}
