package id.setia.figures;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a figure should be in a month. */
@Serdeable
@Schema(description = "What a figure should be in a month.")
public record FigureTarget(
        @NotNull @Schema(description = "Which.", example = "member_share") Figure figure,
        @NotNull @Schema(description = "The month.", example = "2026-11") String month,
        @NotNull
                @DecimalMin("0")
                @DecimalMax("1000000000000")
                @Schema(
                        description = "How much: members or points, money in major units, or a part of 1.",
                        example = "0.65")
                BigDecimal value) {

    FigureValueResponse response(Program program) {
        return switch (figure.unit()) {
            case MEMBERS, POINTS -> FigureValueResponse.count(value.setScale(0, RoundingMode.HALF_UP).longValueExact());
            case SHARE -> FigureValueResponse.share(value);
            case MONEY -> FigureValueResponse.money(program.money(value
                    .setScale(Money.digits(program.currency()), RoundingMode.HALF_UP)
                    .movePointRight(Money.digits(program.currency()))
                    .longValueExact()));
        };
    }
}
