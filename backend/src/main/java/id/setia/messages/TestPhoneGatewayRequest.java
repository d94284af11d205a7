package id.setia.messages;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A number that a trial message goes to. */
@Serdeable
@Schema(description = "A number that a trial message goes to.")
public record TestPhoneGatewayRequest(
        @NotNull
                @Size(max = 20)
                @Schema(description = "The number with its country.", example = "+6281234567890")
                String to) {

    @Override
    public String toString() {
        return "TestPhoneGatewayRequest[]";
    }
}
