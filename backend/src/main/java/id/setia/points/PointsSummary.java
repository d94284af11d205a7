package id.setia.points;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member's points at a moment. */
@Serdeable
@Schema(description = "A member's points at a moment.")
public record PointsSummary(
        @Schema(description = "Points that can be used.", example = "12480") long available,
        @Schema(description = "Points still waiting to become available.", example = "0") long pending,
        @Schema(description = "Points set aside for something not yet confirmed.", example = "0") long held,
        @Schema(description = "Points owed after a refund, taken off the next ones; never positive.", example = "0")
                long debt,
        @Schema(description = "What the available points are worth.") Money worth,
        @Nullable @Schema(description = "What lapses next; absent when nothing will; in the answers to purchases and refunds present only when it will within 30 days.") NextExpiry nextExpiry) {

    /** The summary of a balance with what lapses next. */
    public static PointsSummary of(Balance balance, Program program) {
        return new PointsSummary(
                balance.available(),
                balance.pending(),
                balance.held(),
                balance.debt(),
                program.worthOf(balance.available()),
                balance.nextExpiry()
                        .map(expiry -> new NextExpiry(expiry.points(), expiry.at(), program.worthOf(expiry.points())))
                        .orElse(null));
    }

    /** The summary right after an act, as a till is told. */
    public static PointsSummary of(MemberLedger ledger, Program program) {
        return new PointsSummary(
                ledger.available(),
                ledger.pending(),
                ledger.held(),
                ledger.debt(),
                program.worthOf(ledger.available()),
                ledger.nextExpiry()
                        .map(expiry -> new NextExpiry(expiry.points(), expiry.at(), program.worthOf(expiry.points())))
                        .orElse(null));
    }

    /** The same for who may not know what was earned when. */
    public PointsSummary withoutNextExpiry() {
        return new PointsSummary(available, pending, held, debt, worth, null);
    }
}
