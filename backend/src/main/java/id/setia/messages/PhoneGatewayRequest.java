package id.setia.messages;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Where messages to phones are to be handed over. */
@Serdeable
@Schema(description = "Where messages to phones are handed over: one HTTP POST for each message.")
public record PhoneGatewayRequest(
        @NotNull
                @Size(min = 1, max = 500)
                @Schema(
                        description = "Where each message is posted: https, or http on the server's own machine.",
                        example = "https://api.gateway.example/v1/messages")
                String address,
        @NotNull
                @Schema(
                        description = "What the gateway sends; stands in the body at `{channel}`.",
                        allowableValues = {"sms", "whatsapp"},
                        example = "sms")
                String channel,
        @NotNull
                @Schema(
                        description = "How the body is written; values are escaped accordingly.",
                        allowableValues = {"application/json", "application/x-www-form-urlencoded"},
                        example = "application/json")
                String contentType,
        @NotNull @Valid @Size(max = 20) @Schema(description = "Headers of the request, such as an API key.")
                List<PhoneGatewayHeader> headers,
        @NotNull
                @Size(min = 1, max = 4000)
                @Schema(
                        description = "The body, with `{to}` and `{text}` and, where the gateway wants them, `{id}`, `{channel}` and `{secret}`.",
                        example = "{\"to\":\"{to}\",\"text\":\"{text}\"}")
                String body,
        @Nullable
                @Size(max = 2000)
                @Schema(
                        description = "What stands in the body at `{secret}`, never shown again; absent to keep the one there is.",
                        example = "k3y-of-the-gateway")
                String secret,
        @NotNull
                @Schema(
                        description = "How numbers are written: `plus` is +6281234567890, `digits` 6281234567890, `national` 081234567890.",
                        allowableValues = {"plus", "digits", "national"},
                        example = "digits")
                String numberForm,
        @Nullable
                @Size(max = 200)
                @Schema(
                        description = "What a good answer contains, for gateways that answer 200 to everything.",
                        example = "\"status\":\"success\"")
                String expected) {

    @Override
    public String toString() {
        return "PhoneGatewayRequest[]";
    }
}
