package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What one member gets of a rule at most in one period, as staff write it. */
@Serdeable
@Schema(description = "What one member gets at most in one period, by the programme's time and in the order purchases arrive.")
public record CapTerms(
        @NotNull
                @Schema(description = "`day`, `week` (from Monday), `month`, `year` or `ever`.", example = "day")
                CapPeriod period,
        @NotNull @Schema(description = "`points`, or `times`: purchases that get any.", example = "points") CapUnit unit,
        @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "How many.", example = "100") Long most) {

    static CapTerms of(Cap cap) {
        return new CapTerms(cap.period(), cap.unit(), cap.most());
    }

    Cap read() {
        return new Cap(period, unit, most);
    }
}
