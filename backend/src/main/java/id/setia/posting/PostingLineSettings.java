package id.setia.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How receipts are posted together, and how acts on members' points are done together; each of the two has lanes of its own,
 * all of them on the sixteen connections of one pool.
 *
 * @param lanes how many transactions are written at the same time, each with a connection of its own
 * @param together how many receipts one transaction takes at most
 * @param waiting how many receipts wait in one lane at most; more are asked to come again
 */
@ConfigurationProperties("setia.posting")
record PostingLineSettings(
        @Bindable(defaultValue = "2") @Min(1) @Max(8) int lanes,
        @Bindable(defaultValue = "300") @Min(1) @Max(1000) int together,
        @Bindable(defaultValue = "1500") @Min(1) @Max(100000) int waiting) {}
