package id.setia.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What an offer brought. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "What an offer brought. Members are noted when it begins and once a day; both groups are compared as they were"
                + " noted, whether they used the offer or not.")
public record OfferResultsResponse(
        @Schema(description = "Id of the offer.", example = "off_01m3k5w8v0f3g9q2x7r4t6y8za") String offerId,
        @Schema(description = "Moment up to which purchases count.", example = "2026-12-01T00:00:00Z") Instant until,
        @Schema(description = "Members it was meant for and not held out from.", example = "4500") long reached,
        @Schema(description = "How many members have it active.", example = "412") long activated,
        @Schema(description = "How many members it has served.", example = "120") long used,
        @Schema(description = "How many purchases it has served.", example = "163") long uses,
        @Schema(description = "Those who may have it.") OfferGroupResponse treated,
        @Schema(description = "Those held out.") OfferGroupResponse heldOut,
        @Nullable @Schema(description = "Absent when a group has fewer than 30 members.") OfferLiftResponse lift) {}
