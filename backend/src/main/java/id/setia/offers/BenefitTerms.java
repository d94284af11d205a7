package id.setia.offers;

import id.setia.earning.ConditionTerms;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleKind;
import id.setia.earning.RuleTerms;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an offer gives: an earning rule for those who hold it. */
@Serdeable
@Schema(description = "What an offer gives: an earning rule for those who hold it.")
public record BenefitTerms(
        @NotNull
                @Schema(
                        description = "`base`: points for every amount; `multiplier`: what the base rules give counts several"
                                + " times; `bonus`: a fixed number with a purchase.",
                        example = "multiplier")
                RuleKind kind,
        @Nullable
                @Min(1)
                @Max(1_000_000)
                @Schema(description = "Points, for `base` and `bonus`; at most 1,000 for `base`.", example = "150")
                Long points,
        @Nullable @Valid @Schema(description = "For `base`: the amount that gives the points, at least 1.") Money per,
        @Nullable
                @Size(max = 10)
                @Schema(
                        description = "For `multiplier`: how many times in all, from more than 1 to 20, at most two digits after the point.",
                        example = "2")
                String factor,
        @Nullable @Valid @Schema(description = "Which purchases it is for.") ConditionTerms conditions,
        @NotNull
                @Min(0)
                @Max(120)
                @Schema(
                        description = "Points lapse at the end of the month this many months after they were earned; 0 when never.",
                        example = "12")
                Integer expiryMonths,
        @NotNull
                @Size(max = 40)
                @Schema(description = "The partner that pays for the points.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String funderId) {

    static BenefitTerms of(RuleDefinition definition, Program program) {
        RuleTerms terms = RuleTerms.of(definition, program);
        return new BenefitTerms(
                terms.kind(),
                terms.points(),
                terms.per(),
                terms.factor(),
                terms.conditions(),
                terms.expiryMonths(),
                terms.funderId());
    }

    RuleTerms named(LocalText name) {
        return new RuleTerms(kind, name, null, points, per, factor, conditions, expiryMonths, funderId);
    }
}
