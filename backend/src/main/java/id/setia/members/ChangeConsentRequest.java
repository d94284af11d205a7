package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A yes or no. */
@Serdeable
@Schema(description = "A yes or no to one use of the member's data.")
public record ChangeConsentRequest(@NotNull @Schema(description = "Whether it is a yes.", example = "true") Boolean given) {}
