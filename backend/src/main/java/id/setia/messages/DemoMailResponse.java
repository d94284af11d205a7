package id.setia.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One mail, or message to a phone, of a demo. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One mail, or message to a phone, of a demo.")
public record DemoMailResponse(
        @Schema(description = "The message.", example = "msg_01j9zq3k5v8w2x4y6z8a0b2c4d") String id,
        @Schema(
                        description = "The way it takes.",
                        allowableValues = {"email", "phone"},
                        example = "email")
                String channel,
        @Schema(description = "Whom it is for: an address, or a number.", example = "budi@example.com") String to,
        @Nullable @Schema(description = "The subject of a mail.", example = "Kode Anda 123456") String subject,
        @Schema(description = "Its text.", example = "Halo Budi, kode Anda 123456.") String text,
        @Schema(description = "When it was sent.", example = "2026-11-22T01:30:00Z") Instant sentAt) {

    static DemoMailResponse of(OutgoingMessage message) {
        return new DemoMailResponse(
                PublicId.MESSAGE.format(message.id()),
                message.channel().value(),
                message.to(),
                message.subject().isEmpty() ? null : message.subject(),
                message.body(),
                message.sentAt());
    }
}
