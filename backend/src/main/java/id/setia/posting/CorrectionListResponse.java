package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Acts of one person or one cashier. */
@Serdeable
@Schema(description = "Acts of one person or one cashier on a day, in the order of doing.")
public record CorrectionListResponse(@Schema(description = "The acts.") List<CorrectionResponse> items) {}
