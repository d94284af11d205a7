package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** How the books are kept. */
@Serdeable
@Schema(description = "How the books are kept.")
record FinancePolicy(
        @NotNull @Min(1) @Max(28)
                @Schema(
                        description = "The day of the month, 1 to 28, programme time, on which the month before is closed by itself.",
                        example = "3")
                Integer closingDay,
        @NotNull
                @Schema(
                        description = "The share of expiring points expected to lapse unspent, `0` to `1` with at most 6 digits after the point; counts until the program has history enough of its own.",
                        example = "0.15")
                String breakageRate,
        @NotNull @Min(1) @Max(1_000_000_000)
                @Schema(
                        description = "How many lots' dates must have passed before their own history counts, of a partner or of the whole program.",
                        example = "500")
                Long breakageLots) {

    /** Name of the setting. */
    static final String SETTING = "finance.policy";

    /** What a new programme begins with: no breakage is expected before there is history. */
    static final FinancePolicy USUAL = new FinancePolicy(3, "0", 500L);

    BigDecimal rate() {
        return new BigDecimal(breakageRate);
    }
}
