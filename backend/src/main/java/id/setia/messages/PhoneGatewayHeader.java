package id.setia.messages;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A header of the requests to the gateway. */
@Serdeable
@Schema(description = "A header of the requests to the gateway.")
public record PhoneGatewayHeader(
        @NotNull @Size(min = 1, max = 100) @Schema(description = "Its name.", example = "Authorization") String name,
        @Nullable
                @Size(max = 2000)
                @Schema(
                        description = "Its value, never shown again; absent to keep the one there is.",
                        example = "Bearer k3y-of-the-gateway")
                String value) {

    @Override
    public String toString() {
        return "PhoneGatewayHeader[" + name + "]";
    }
}
