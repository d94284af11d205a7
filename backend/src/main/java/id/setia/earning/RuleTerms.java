package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** What a version of a rule says, as staff write and read it. */
@Serdeable
@Schema(description = "What a rule says. What is read can be sent back as a change.")
public record RuleTerms(
        @NotNull
                @Schema(
                        description = "`base`: points for every amount; `multiplier`: what the base rules give counts several"
                                + " times; `bonus`: a fixed number with a purchase; `per_piece`: a fixed number for every whole"
                                + " piece; `join_bonus`: a fixed number for joining; `event_bonus`: a fixed number for something"
                                + " else, named by `event`.",
                        example = "base")
                RuleKind kind,
        @NotNull @Schema(description = "Its name, at most 80 characters.") LocalText name,
        @Nullable
                @Schema(description = "One sentence for members, at most 500 characters; the rule's own sentence when absent.")
                LocalText summary,
        @Nullable
                @Min(1)
                @Max(1_000_000)
                @Schema(description = "Points, for every kind but `multiplier`; at most 1,000 for `base`.", example = "1")
                Long points,
        @Nullable @Valid @Schema(description = "For `base`: the amount that gives the points, at least 1.") Money per,
        @Nullable
                @Size(max = 10)
                @Schema(
                        description = "For `multiplier`: how many times in all, from more than 1 to 20, at most two digits after the point.",
                        example = "2")
                String factor,
        @Nullable @Valid @Schema(description = "When it applies; nothing for `join_bonus` and `event_bonus`.") ConditionTerms conditions,
        @NotNull
                @Min(0)
                @Max(120)
                @Schema(
                        description = "Points lapse at the end of the month this many months after they were earned; 0 when never, or"
                                + " when `expiry` says otherwise.",
                        example = "12")
                Integer expiryMonths,
        @NotNull
                @Size(max = 40)
                @Schema(description = "The partner that pays for the points.", example = "par_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String funderId,
        @Nullable @Valid @Schema(description = "For `event_bonus`: what gives the points.") EventTerms event,
        @Nullable @Valid @Schema(description = "The rules it excludes; it adds to all without.") StackingTerms stacking,
        @Nullable @Valid @Schema(description = "How much it gives at most; any number without.") CapsTerms caps,
        @Nullable @Valid @Schema(description = "When its points lapse, where `expiryMonths`, then 0, cannot say it.")
                ExpiryTerms expiry,
        @Nullable @Valid @Schema(description = "How long its points stay pending; they are usable at once without.")
                WaitingTerms waiting) {

    /** Terms that say nothing more. */
    public RuleTerms(
            RuleKind kind,
            LocalText name,
            @Nullable LocalText summary,
            @Nullable Long points,
            @Nullable Money per,
            @Nullable String factor,
            @Nullable ConditionTerms conditions,
            Integer expiryMonths,
            String funderId) {
        this(
                kind, name, summary, points, per, factor, conditions, expiryMonths, funderId, null, null, null, null,
                null);
    }

    /** The terms of a definition. */
    public static RuleTerms of(RuleDefinition definition, Program program) {
        Long points =
                switch (definition.effect()) {
                    case Effect.PerAmount amount -> amount.points();
                    case Effect.Bonus bonus -> bonus.points();
                    case Effect.PerPiece piece -> piece.points();
                    case Effect.Multiplier multiplier -> null;
                };
        return new RuleTerms(
                RuleKind.of(definition),
                definition.name(),
                definition.summary(),
                points,
                definition.effect() instanceof Effect.PerAmount amount ? program.money(amount.per()) : null,
                definition.effect() instanceof Effect.Multiplier multiplier ? plain(multiplier.factor()) : null,
                ConditionTerms.of(definition.conditions(), program),
                definition.expiryMonths(),
                PublicId.PARTNER.format(definition.funderId()),
                EventTerms.of(definition),
                StackingTerms.of(definition.stacking()),
                CapsTerms.of(definition.caps()),
                definition.expiry() == null ? null : ExpiryTerms.of(definition.expiry()),
                WaitingTerms.of(definition.waiting()));
    }

    private static String plain(BigDecimal factor) {
        return factor.stripTrailingZeros().toPlainString();
    }
}
