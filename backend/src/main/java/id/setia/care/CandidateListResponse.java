package id.setia.care;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Purchases that may be meant. */
@Serdeable
@Schema(description = "Purchases that may be the one a case is about.")
public record CandidateListResponse(@Schema(description = "The purchases, the likeliest first.") List<CandidateResponse> items) {}
