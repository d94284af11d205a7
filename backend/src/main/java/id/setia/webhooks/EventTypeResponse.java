package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** A type of events. */
@Serdeable
@Schema(description = "A type of events.")
public record EventTypeResponse(
        @Schema(description = "Its name.", example = "purchase.posted") String type,
        @Schema(description = "Version of what its events tell.", example = "1") int version,
        @Schema(description = "What happened.", example = "A purchase was posted, of a member or of nobody yet.") String description,
        @Schema(
                        description = "Who is told besides the program's owner: `sharing` partners at whose stores it happened or with"
                                + " whom the member shares, `partner` the partner it is about, `partners` every partner, `owner`"
                                + " nobody.",
                        example = "sharing")
                EventAudience audience,
        @Schema(
                        description = "JSON Schema of `data`.",
                        example = "{\"type\":\"object\",\"properties\":{\"points\":{\"type\":\"integer\"}},\"required\":[\"points\"]}")
                Map<String, Object> dataSchema) {}
