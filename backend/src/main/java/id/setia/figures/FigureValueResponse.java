package id.setia.figures;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** How much a figure is. */
@Serdeable
@Schema(description = "How much a figure is: one of the three, by its unit.")
public record FigureValueResponse(
        @Nullable @Schema(description = "Members or points.", example = "18240") Long count,
        @Nullable @Schema(description = "Money.") Money money,
        @Nullable @Schema(description = "A part of 1, to four digits.", example = "0.6183") BigDecimal share) {

    static FigureValueResponse count(long count) {
        return new FigureValueResponse(count, null, null);
    }

    static FigureValueResponse money(Money money) {
        return new FigureValueResponse(null, money, null);
    }

    static FigureValueResponse share(BigDecimal share) {
        return new FigureValueResponse(null, null, share);
    }

    /** As a cell of a table. */
    String text() {
        return count != null ? count.toString() : money != null ? money.amount() : share.toPlainString();
    }
}
