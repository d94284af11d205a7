package id.setia.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One mail, or message to a phone, that a sandbox kept instead of sending it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One mail, or message to a phone, that a sandbox kept instead of sending it.")
public record SandboxMessageResponse(
        @Schema(description = "The message.", example = "msg_01j9zq3k5v8w2x4y6z8a0b2c4d") String messageId,
        @Schema(
                        description = "The way it would have taken.",
                        allowableValues = {"email", "phone"},
                        example = "email")
                String channel,
        @Schema(description = "Whom it is for: an address, or a number.", example = "budi@example.com") String to,
        @Nullable @Schema(description = "The subject of a mail.", example = "Kode Anda 123456") String subject,
        @Schema(description = "Its text.", example = "Halo Budi, kode Anda 123456.") String text,
        @Schema(description = "When it would have been sent, in real time.", example = "2026-11-22T01:30:00Z") Instant sentAt) {

    static SandboxMessageResponse of(OutgoingMessage message) {
        return new SandboxMessageResponse(
                PublicId.MESSAGE.format(message.id()),
                message.channel().value(),
                message.to(),
                message.subject().isEmpty() ? null : message.subject(),
                message.body(),
                message.sentAt());
    }
}
