package id.setia.posting;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.Refusals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a refund that waited took nothing back. */
@Serdeable
@Schema(description = "Why a refund that came before its purchase was refused once that was there.")
public record RefusedRefund(
        @Schema(
                        description = "`refund_exceeds_purchase`, `nothing_left_to_refund` or `purchase_line_not_found`.",
                        example = "refund_exceeds_purchase")
                String code,
        @Schema(description = "What is wrong, in words.") LocalText detail) {

    static RefusedRefund of(Problem problem, Refusals words) {
        return new RefusedRefund(problem.code().code(), words.detail(problem));
    }
}
