package id.setia.messages;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One mail of a demo. */
@Serdeable
@Schema(description = "One mail of a demo.")
public record DemoMailResponse(
        @Schema(description = "The mail.", example = "msg_01j9zq3k5v8w2x4y6z8a0b2c4d") String id,
        @Schema(description = "Whom it is for.", example = "budi@example.com") String to,
        @Schema(description = "Its subject.", example = "Kode Anda 123456") String subject,
        @Schema(description = "Its text.", example = "Halo Budi, kode Anda 123456.") String text,
        @Schema(description = "When it was sent.", example = "2026-11-22T01:30:00Z") Instant sentAt) {}
