package id.setia.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** What members said of themselves. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What members said of themselves.")
public record MemberDetailsResponse(
        @Schema(description = "The name as the member writes it.", example = "Budi Santoso") String name,
        @Schema(
                        description = "Language of messages.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language,
        @Nullable @Schema(description = "Day of birth, where it is on record.", example = "1990-08-17") LocalDate birthDate) {}
