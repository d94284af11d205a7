package id.setia.earning;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;

/** When a rule applies, as staff write it. */
@Serdeable
@Schema(description = "When a rule applies; an empty or absent list asks nothing.")
public record ConditionTerms(
        @Nullable
                @Size(max = 50)
                @Schema(
                        description = "Categories of products; each stands for everything below it too.",
                        example = "[\"Minuman > Kopi\"]")
                List<String> categories,
        @Nullable
                @Size(max = 20)
                @Schema(
                        description = "Codes of tiers; the member's tier at the time of the purchase counts.",
                        example = "[\"gold\"]")
                List<String> tiers,
        @Nullable
                @Size(max = 7)
                @Schema(description = "Days of the week in the store's own time.", example = "[\"saturday\", \"sunday\"]")
                List<Weekday> weekdays,
        @Nullable @Valid @Schema(description = "What the products it is for must come to, of what earns; nothing is asked without it.")
                Money minimum) {

    static ConditionTerms of(Conditions conditions, Program program) {
        return new ConditionTerms(
                conditions.categories().stream().sorted().toList(),
                conditions.tiers().stream().sorted().toList(),
                conditions.weekdays().stream().sorted(Comparator.naturalOrder()).map(Weekday::of).toList(),
                conditions.minimum() == 0 ? null : program.money(conditions.minimum()));
    }
}
