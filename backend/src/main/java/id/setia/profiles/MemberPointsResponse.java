package id.setia.profiles;

import id.setia.points.NextExpiry;
import id.setia.points.PointsSummary;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A member's points in detail. */
@Serdeable
@Schema(description = "A member's points and what they consist of.")
public record MemberPointsResponse(
        @Schema(description = "In sum.") PointsSummary summary,
        @Schema(description = "By date, those that lapse first first.") List<LotResponse> lots,
        @Schema(description = "What lapses, by date: the available points that lapse together, the first first.")
                List<NextExpiry> expiries,
        @Nullable @Schema(description = "The past moment they are of; absent for now.", example = "2026-10-31T16:59:59Z") Instant asOf,
        @Nullable @Schema(description = "By which time, `business` or `record`; absent for now.", example = "business") String by) {}
