package id.setia.messages;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The gateway as far as it may be shown: its secrets are not. */
@Serdeable
@Schema(description = "The phone gateway; values of headers and the secret are never shown.")
public record PhoneGatewayResponse(
        @Schema(description = "Whether messages are handed to a gateway.", example = "true") boolean on,
        @Schema(description = "Where each message is posted; empty without a gateway.", example = "https://api.gateway.example/v1/messages")
                String address,
        @Schema(
                        description = "What the gateway sends.",
                        allowableValues = {"sms", "whatsapp"},
                        example = "sms")
                String channel,
        @Schema(
                        description = "How the body is written.",
                        allowableValues = {"application/json", "application/x-www-form-urlencoded"},
                        example = "application/json")
                String contentType,
        @Schema(description = "Names of the headers whose values are kept.", example = "[\"Authorization\"]")
                List<String> headers,
        @Schema(description = "The body with its places.", example = "{\"to\":\"{to}\",\"text\":\"{text}\"}") String body,
        @Schema(description = "Whether a secret for the body is kept.", example = "false") boolean secretKept,
        @Schema(
                        description = "How numbers are written.",
                        allowableValues = {"plus", "digits", "national"},
                        example = "digits")
                String numberForm,
        @Schema(description = "What a good answer contains; empty where the status says it all.", example = "\"status\":\"success\"")
                String expected) {

    static PhoneGatewayResponse of(PhoneGateway gateway) {
        return new PhoneGatewayResponse(
                gateway.works(),
                gateway.address(),
                gateway.channel(),
                gateway.contentType(),
                gateway.headers().stream().map(PhoneGateway.Header::name).toList(),
                gateway.body(),
                gateway.secret() != null,
                gateway.numberForm(),
                gateway.expected());
    }
}
