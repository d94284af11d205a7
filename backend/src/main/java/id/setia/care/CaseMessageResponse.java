package id.setia.care;

import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/** Something said in a case. */
@Serdeable
@Schema(description = "Something said in a case.")
public record CaseMessageResponse(
        @Schema(description = "`member` or `staff`.", example = "member") String author,
        @Schema(description = "The words; a member's own stand in both languages as they were written.") LocalText text,
        @Schema(description = "When.", example = "2026-11-22T03:00:00Z") Instant at) {

    static CaseMessageResponse of(CaseMessage message) {
        return new CaseMessageResponse(message.author().name().toLowerCase(Locale.ROOT), message.text(), message.at());
    }
}
