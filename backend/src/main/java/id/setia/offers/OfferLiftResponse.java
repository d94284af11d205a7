package id.setia.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How much more those who may have an offer spend. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "How much more a member spends who may have the offer than one held out, with its 95 % confidence interval by"
                + " Welch's method. The lift is shown by the figures when the interval does not hold zero.")
public record OfferLiftResponse(
        @Schema(description = "Difference of the averages; below zero when those held out spend more.") Money perMember,
        @Schema(description = "Lower end of the interval.") Money low,
        @Schema(description = "Upper end of the interval.") Money high,
        @Nullable
                @Schema(
                        description = "The difference in per cent of what one held out spends; absent when that is nothing.",
                        example = "12.4")
                BigDecimal percent) {

    private static final int FEWEST = 30;

    /** Nothing where a group has fewer than 30 members: the interval would promise what it cannot keep. */
    static Optional<OfferLiftResponse> of(OfferGroup treated, OfferGroup heldOut, Program program) {
        if (treated.members() < FEWEST || heldOut.members() < FEWEST) {
            return Optional.empty();
        }
        Welch.Sample without = heldOut.sample();
        Welch welch = Welch.of(treated.sample(), without);
        return Optional.of(new OfferLiftResponse(
                program.money(Math.round(welch.difference())),
                program.money(Math.round(welch.low())),
                program.money(Math.round(welch.high())),
                without.mean() == 0
                        ? null
                        : BigDecimal.valueOf(100 * welch.difference() / without.mean()).setScale(1, RoundingMode.HALF_UP)));
    }
}
