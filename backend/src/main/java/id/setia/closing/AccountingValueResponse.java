package id.setia.closing;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** What a point counts for in the books from a day on. */
@Serdeable
@Schema(description = "What a point counts for in the books from a day on.")
record AccountingValueResponse(
        @Schema(description = "The first day.", example = "2026-12-01") LocalDate validFrom,
        @Schema(description = "Money per point in major units of the program's currency.", example = "9.5") String value,
        @Schema(description = "Who set it.", example = "stf_01kq5zv4m8e7t9b3x2c1d0f6ga") String setBy,
        @Schema(description = "When.", example = "2026-11-20T11:42:00Z") Instant setAt) {

    static AccountingValueResponse of(AccountingValue value) {
        return new AccountingValueResponse(
                value.validFrom(),
                value.value().stripTrailingZeros().toPlainString(),
                PublicId.STAFF.format(value.setBy()),
                value.setAt());
    }
}
