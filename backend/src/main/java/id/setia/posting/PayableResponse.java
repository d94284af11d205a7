package id.setia.posting;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What of a receipt a member's points may pay. */
@Serdeable
@Schema(description = "What of this receipt the member's points may pay, by a hold for `payment`.")
public record PayableResponse(
        @Schema(description = "The most points that may pay; 0 when none may.", example = "2500") long mostPoints,
        @Schema(description = "What they are worth.") Money mostWorth,
        @Schema(description = "The fewest points that pay.", example = "100") long minimumPoints,
        @Schema(description = "Points pay in multiples of this.", example = "1") long stepPoints,
        @Schema(description = "Which proofs count for that many points: `card_code`, `one_time_code`, `pin`.", example = "[\"card_code\"]")
                List<String> proofs) {}
