package id.setia.notices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** How far a member has read. */
@Serdeable
@Schema(description = "How far a member has read.")
public record SeenNoticesRequest(
        @NotBlank
                @Size(max = 40)
                @Schema(description = "The latest notice that was seen; those before it count as seen too.", example = "ntc_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String upTo) {}
