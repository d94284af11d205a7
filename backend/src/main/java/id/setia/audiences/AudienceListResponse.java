package id.setia.audiences;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Saved audiences. */
@Serdeable
@Schema(description = "Saved audiences, by name.")
public record AudienceListResponse(@Schema(description = "The audiences.") List<AudienceResponse> items) {}
