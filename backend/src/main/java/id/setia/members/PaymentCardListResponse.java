package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The payment cards a member is known by. */
@Serdeable
@Schema(description = "The payment cards a member is known by.")
public record PaymentCardListResponse(
        @Schema(description = "Each of them, in the order in which they came.") List<PaymentCardResponse> items,
        @Schema(description = "How many a member may have.", example = "10") int most) {}
