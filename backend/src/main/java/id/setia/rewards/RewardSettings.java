package id.setia.rewards;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What the programme allows of redemptions and vouchers. */
@Serdeable
@Schema(description = "What the program allows of redemptions and vouchers.")
public record RewardSettings(
        @NotNull
                @Min(0)
                @Max(720)
                @Schema(description = "Hours in which a member may take a redemption back; 0 for never.", example = "24")
                Integer cancelHours,
        @NotNull
                @Min(0)
                @Max(720)
                @Schema(description = "Hours in which a till may undo a voucher's use; 0 for never.", example = "24")
                Integer undoHours,
        @NotNull
                @Min(0)
                @Max(90)
                @Schema(description = "Days a voucher that comes back after its end is good.", example = "14")
                Integer graceDays,
        @NotNull
                @Min(0)
                @Max(1_000_000)
                @Schema(description = "How many codes of a pool are left when it is told that they run out.", example = "100")
                Integer lowCodes) {

    static RewardSettings of(RewardPolicy policy) {
        return new RewardSettings(policy.cancelHours(), policy.undoHours(), policy.graceDays(), policy.lowCodes());
    }

    RewardPolicy policy() {
        return new RewardPolicy(cancelHours, undoHours, graceDays, lowCodes);
    }
}
