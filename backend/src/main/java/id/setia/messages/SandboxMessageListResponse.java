package id.setia.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of what a sandbox kept. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page of the messages that a sandbox kept, the newest first.")
public record SandboxMessageListResponse(
        @Schema(description = "The messages.") List<SandboxMessageResponse> items,
        @Nullable @Schema(description = "Where the next page begins; left out on the last.", example = "bXNnXzAx") String nextCursor) {}
