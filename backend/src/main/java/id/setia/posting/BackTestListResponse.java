package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The latest back-tests. */
@Serdeable
@Schema(description = "The latest back-tests.")
public record BackTestListResponse(@Schema(description = "The latest first.") List<BackTestResponse> items) {}
