package id.setia.partners;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Tills of a store, by number. */
@Serdeable
@Schema(description = "Tills of a store, by number.")
public record TerminalListResponse(
        @Schema(description = "The tills.") List<TerminalResponse> items) {
}
