package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.Refusals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a voucher cannot be used. */
@Serdeable
@Schema(description = "Why a voucher cannot be used now, or not for the total sent.")
public record UnusableResponse(
        @Schema(
                        description = "`voucher_below_minimum`, `voucher_used`, `voucher_expired` or `voucher_cancelled`.",
                        example = "voucher_below_minimum")
                String reason,
        @Schema(description = "The reason in words.") LocalText sentence) {

    static UnusableResponse of(Problem refusal, Refusals words) {
        return new UnusableResponse(refusal.code().code(), words.detail(refusal));
    }
}
