package id.setia.imports;

import id.setia.kernel.Money;
import id.setia.program.Program;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What the rows of an import were about, in money. */
@Serdeable
@Schema(
        description = "The file's amounts by what became of them; refunds are negative. They add up to the file's sum. Of a"
                + " refund found in part, the rest counts as refused.")
public record ImportAmounts(
        @Schema(description = "Posted to members.") Money posted,
        @Schema(description = "Posted to nobody.") Money unattached,
        @Schema(description = "Refunded.") Money refunded,
        @Schema(description = "In the books before.") Money before,
        @Schema(description = "Refused, as far as the rows say.") Money refused) {

    static ImportAmounts of(Tally tally, Program program) {
        return new ImportAmounts(
                program.money(tally.posted().amount()),
                program.money(tally.unattached().amount()),
                program.money(tally.refunded().amount()),
                program.money(tally.before().amount()),
                program.money(tally.refused().amount()));
    }
}
