package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The cards of a member. */
@Serdeable
@Schema(description = "The cards of a member.")
public record MemberCardListResponse(
        @Schema(description = "The main card first, blocked ones last.") List<MemberCardResponse> items,
        @Schema(description = "How many active cards a member may have.", example = "10") int most) {}
