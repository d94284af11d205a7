package id.setia.rewards;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/** What a till takes off. */
@Serdeable
@Schema(description = "What the till takes off a receipt: an amount or a percentage, one of them.")
public record DiscountTerms(
        @Nullable @Valid @Schema(description = "The amount.") Money amount,
        @Nullable
                @Size(max = 10)
                @Schema(
                        description = "Percentage of the receipt, more than 0, at most 100, at most two digits after the point; rounded down.",
                        example = "10")
                String percent,
        @Nullable @Valid @Schema(description = "The largest amount a percentage takes off; absent for any.") Money most,
        @Nullable @Valid @Schema(description = "The receipt's total from which it counts; absent for any.") Money from) {

    static DiscountTerms of(Discount discount, Program program) {
        return new DiscountTerms(
                discount.amount() == null ? null : program.money(discount.amount()),
                discount.percent() == null ? null : discount.percent().stripTrailingZeros().toPlainString(),
                discount.most() == null ? null : program.money(discount.most()),
                discount.from() == 0 ? null : program.money(discount.from()));
    }
}
