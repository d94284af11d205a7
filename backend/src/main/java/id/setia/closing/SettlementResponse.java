package id.setia.closing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What partners owe each other for a month. */
@Serdeable
@Schema(description = "What partners owe each other for a month, as its closing has it.")
record SettlementResponse(
        @Schema(description = "The month, programme time.", example = "2026-10") String month,
        @Schema(description = "Money per point in the books at the month's end, in major units.", example = "9.5") String pointValue,
        @Schema(description = "Who owes whom for points used; both ways stand apart.") List<SettlementItem> items,
        @Schema(description = "The same with both ways between two partners set off against each other.") List<SettlementItem> net) {}
