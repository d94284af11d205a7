package id.setia.closing;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is outstanding at the expense of one partner. */
@Serdeable
@Schema(description = "What is outstanding at the expense of one partner, or of all.")
record OwedResponse(
        @Nullable @Schema(description = "Who pays for the points; absent in the sum of all.") PartnerSummary funder,
        @Schema(description = "Available, pending and held points, less what members owe.", example = "1250400")
                long outstanding,
        @Schema(description = "Points that can be used.", example = "1200000") long available,
        @Schema(description = "Points still waiting to become available.", example = "50000") long pending,
        @Schema(description = "Points set aside for something not yet confirmed.", example = "1000") long held,
        @Schema(description = "Points members owe after refunds; never positive.", example = "-600") long debt,
        @Schema(description = "What is outstanding counts for.") Money value,
        @Schema(
                        description = "The share of expiring points expected to lapse unspent: points that lapsed over points given, of all lots whose date has passed.",
                        example = "0.124")
                String breakageRate,
        @Schema(
                        description = "Whose history the rate is taken from: the partner's own (`funder`), where enough of its lots' dates have passed, else the whole program's (`program`), else the one set (`setting`).",
                        allowableValues = {"funder", "program", "setting"},
                        example = "funder")
                String breakageFrom,
        @Schema(description = "How many of the points with an expiry date are expected to lapse unspent.", example = "98000")
                long expectedBreakage,
        @Schema(description = "What those count for.") Money expectedBreakageValue,
        @Schema(description = "What is available, pending and held by the month in which it lapses, the first first.")
                List<ExpiringPointsResponse> expiring) {}
