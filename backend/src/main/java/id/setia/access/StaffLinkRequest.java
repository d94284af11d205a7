package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A link that came by mail. */
@Serdeable
@Schema(description = "A link that came by mail.")
public record StaffLinkRequest(
        @NotBlank
                @Size(max = 100)
                @Schema(description = "The part of the link behind the `#`.", example = "pX3b6mU0r0mJt0y1V8m0yQf0b3H4l2mJt0y1V8m0yQf")
                String token) {

    @Override
    public String toString() {
        return "StaffLinkRequest[]";
    }
}
