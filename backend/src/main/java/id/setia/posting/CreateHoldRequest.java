package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Points to be set aside. */
@Serdeable
@Schema(description = "Points of a member to be set aside.")
public record CreateHoldRequest(
        @NotNull @Valid @Schema(description = "Whose points.") MemberReferenceRequest member,
        @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "How many.", example = "2500") Long points,
        @Nullable @Schema(description = "What for: `payment` of a part of a purchase, also when absent, `reward`, or `other`.", example = "payment")
                HoldPurpose purpose,
        @Nullable @Size(max = 40) @Schema(description = "For `reward`: which one, honoured by your partner; `points` is its price, and a piece of its stock is set aside too.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String rewardId,
        @Nullable @Size(max = 40) @Schema(description = "Where they will be used; a terminal's own store when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @Nullable @Min(60) @Max(86_400) @Schema(description = "How long they stay set aside, in seconds, from a minute to a day; 15 minutes when absent.", example = "900")
                Integer expiresInSeconds,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Your own word for it, for your records.", example = "order-4711")
                String reference,
        @Nullable @Valid
                @Schema(description = "Proof that the member is there; not needed where `member.card` is the text of the card's QR with its changing code.")
                SpendingProofRequest proof) {}
