package id.setia.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Who did something, or what it was done to. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Who did something, or what it was done to.")
public record AuditPartyResponse(
        @Schema(description = "What it is: `staff`, `member`, `client`, `store`; `nobody` for a caller who was not signed in.", example = "staff")
                String kind,
        @Nullable @Schema(description = "Its id; left out for `nobody`, and where it was nothing in particular.", example = "stf_01j9zq3k5v8w2x4y6z8a0b2c4d") String id,
        @Nullable @Schema(description = "The name now, for staff.", example = "Rina Hartono") String name) {}
