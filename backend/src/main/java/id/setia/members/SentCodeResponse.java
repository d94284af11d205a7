package id.setia.members;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A code on its way. */
@Serdeable
@Schema(description = "A code on its way. The same whether or not the contact belongs to somebody.")
public record SentCodeResponse(
        @Schema(description = "Names the code when it comes back.", example = "cod_01j9zq3k5v8w2x4y6z8a0b2c4d") String codeId,
        @Schema(
                        description = "The way it takes.",
                        allowableValues = {"email", "phone"},
                        example = "phone")
                String channel,
        @Schema(description = "Where it was sent, masked.", example = "+62 812-••••-7890") String contact,
        @Schema(description = "Until when it is good.", example = "2026-11-22T01:40:00Z") Instant expiresAt) {

    static SentCodeResponse of(SentCode code) {
        return new SentCodeResponse(
                PublicId.CONTACT_CODE.format(code.id()),
                code.contact().kind(),
                code.contact().masked(),
                code.expiresAt());
    }
}
