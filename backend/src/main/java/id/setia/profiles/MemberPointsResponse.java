package id.setia.profiles;

import id.setia.points.PointsSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A member's points in detail. */
@Serdeable
@Schema(description = "A member's points and what they consist of.")
public record MemberPointsResponse(
        @Schema(description = "In sum.") PointsSummary summary,
        @Schema(description = "By date, those that lapse first first.") List<LotResponse> lots) {}
