package id.setia.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How receipts are posted together, and how acts on members' points are done together; each of the two has a line and writers of
 * its own, all of them on the sixteen connections of one pool.
 *
 * @param writers how many transactions are written at the same time at most, each with a connection of its own
 * @param together how many receipts one transaction takes at most
 * @param waiting how many receipts wait in line at most; more are asked to come again
 * @param sharing from how many receipts on they are shared out among the writers who are free: a transaction costs as much as a
 *     dozen of them, whatever it holds
 * @param patience for how long a receipt waits at most for a writer who is free, however much another does
 */
@ConfigurationProperties("setia.posting")
record PostingLineSettings(
        @Bindable(defaultValue = "2") @Min(1) @Max(8) int writers,
        @Bindable(defaultValue = "300") @Min(1) @Max(1000) int together,
        @Bindable(defaultValue = "3000") @Min(1) @Max(100000) int waiting,
        @Bindable(defaultValue = "20") @Min(1) @Max(1000) int sharing,
        @Bindable(defaultValue = "50ms") Duration patience) {}
