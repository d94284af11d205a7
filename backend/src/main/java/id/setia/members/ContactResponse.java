package id.setia.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A contact of the member. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A contact of the member.")
public record ContactResponse(
        @Schema(
                        description = "What it is.",
                        allowableValues = {"email", "phone"},
                        example = "phone")
                String kind,
        @Schema(description = "The e-mail address, or the number in E.164.", example = "+6281234567890") String value,
        @Schema(description = "Since when it is the member's.", example = "2026-11-22T01:40:00Z") Instant since,
        @Nullable
                @Schema(description = "When a code proved it; absent while none did, and then it opens nothing.", example = "2026-11-22T01:40:00Z")
                Instant provenAt) {

    static ContactResponse of(ContactRows.Row row) {
        return new ContactResponse(
                row.contact().kind(), row.contact().value(), row.since(), row.provenAt().orElse(null));
    }
}
