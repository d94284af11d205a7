package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Which rules a rule excludes, as staff write it. */
@Serdeable
@Schema(
        description = "Rules of one group exclude each other on a receipt: of those that give anything the one of highest"
                + " priority gives, then the one that gives most, then the first by code.")
public record StackingTerms(
        @NotNull
                @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                @Size(max = 40)
                @Schema(description = "The group's own word.", example = "akhir-pekan")
                String group,
        @Nullable
                @Min(0)
                @Max(1_000)
                @Schema(description = "Higher goes first; 0 when absent.", example = "10")
                Integer priority) {

    static StackingTerms of(Stacking stacking) {
        return stacking == null ? null : new StackingTerms(stacking.group(), stacking.priority());
    }

    Stacking read() {
        return new Stacking(group, priority == null ? 0 : priority);
    }
}
