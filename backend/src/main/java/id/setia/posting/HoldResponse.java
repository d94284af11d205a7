package id.setia.posting;

import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Points set aside. */
@Serdeable
@Schema(description = "Points of a member that are set aside until they are used, cancelled or timed out.")
public record HoldResponse(
        @Schema(description = "The hold.", example = "hld_01kq5zv4m8e7t9b3x2c1d0f6ga") String holdId,
        @Schema(description = "`open`, `confirmed`, `cancelled`, or `expired` when nobody confirmed in time.", example = "open") String state,
        @Schema(description = "Whose points.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "How many were set aside.", example = "2500") long points,
        @Schema(description = "What they are worth.") Money worth,
        @Schema(description = "How many of them were used; 0 while open.", example = "0") long confirmedPoints,
        @Schema(description = "What the used ones are worth.") Money confirmedWorth,
        @Schema(description = "What for: `payment`, `reward` or `other`.", example = "payment") HoldPurpose purpose,
        @Nullable @Schema(description = "Your own word for it.", example = "order-4711") String reference,
        @Nullable @Schema(description = "The store, where one was named.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Nullable @Schema(description = "The purchase they paid for.", example = "pur_01kq5zv4m8e7t9b3x2c1d0f6ga") String purchaseId,
        @Nullable @Schema(description = "For a reward: the redemption, `reserved` until the hold is confirmed.", example = "red_01kq5zv4m8e7t9b3x2c1d0f6ga") String redemptionId,
        @Schema(description = "When they were set aside.", example = "2026-11-20T11:40:00Z") Instant createdAt,
        @Schema(description = "Until when they stay so.", example = "2026-11-20T11:55:00Z") Instant expiresAt,
        @Nullable @Schema(description = "When the hold ended; absent while it is open.", example = "2026-11-20T11:42:01Z") Instant endedAt) {

    static HoldResponse of(Hold hold, Program program) {
        return new HoldResponse(
                PublicId.HOLD.format(hold.id()),
                hold.state().value(),
                PublicId.MEMBER.format(hold.memberId()),
                hold.points(),
                program.worthOf(hold.points()),
                hold.confirmedPoints(),
                program.worthOf(hold.confirmedPoints()),
                hold.purpose(),
                hold.reference().orElse(null),
                hold.storeId().map(PublicId.STORE::format).orElse(null),
                hold.purchaseId().map(PublicId.PURCHASE::format).orElse(null),
                hold.purpose() == HoldPurpose.REWARD ? PublicId.REDEMPTION.format(hold.id()) : null,
                hold.createdAt(),
                hold.expiresAt(),
                hold.endedAt().orElse(null));
    }
}
