package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A month of the points one partner pays for. */
@Serdeable
@Schema(description = "A month of the points one partner pays for. Brought forward + issued + opening = redeemed + expired + adjusted + outstanding.")
record FunderClosingResponse(
        @Schema(description = "Who pays for the points.") PartnerSummary funder,
        @Schema(description = "Outstanding when the month before was closed.", example = "1200000") long broughtForward,
        @Schema(description = "Given for purchases and other acts, less what refunds took back.", example = "320000") long issued,
        @Schema(description = "Brought over from another system.", example = "0") long opening,
        @Schema(description = "Used.", example = "180000") long redeemed,
        @Schema(description = "Used, by who gave something for them.") List<RedeemedAtResponse> redeemedAt,
        @Schema(description = "Lapsed unspent.", example = "24000") long expired,
        @Schema(description = "Taken by hand, less what was added by hand.", example = "-500") long adjusted,
        @Schema(description = "What is outstanding at the end, as the lots and debts of members have it.") OwedResponse outstanding,
        @Schema(description = "What was brought forward counts for more at the end of the month than at the end of the one before.")
                Money revaluation,
        @Schema(description = "Whether the figures above agree with each other and with the ledger.", example = "true")
                boolean reconciled) {}
