package id.setia.figures;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** What figures should be. */
@Serdeable
@Schema(description = "What figures should be, month by month.")
public record FigureTargets(
        @NotNull @Size(max = 500) @Valid @Schema(description = "At most one for each figure and month.")
                List<@NotNull @Valid FigureTarget> targets) {

    static final String SETTING = "figures.targets";
    static final FigureTargets NONE = new FigureTargets(List.of());

    Optional<FigureTarget> of(Figure figure, String month) {
        return targets.stream()
                .filter(target -> target.figure() == figure && target.month().equals(month))
                .findFirst();
    }
}
