package id.setia.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What the gateway said to a trial message. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the gateway said to a trial message.")
public record PhoneGatewayTestResponse(
        @Schema(description = "Whether the gateway took the message.", example = "true") boolean taken,
        @Nullable @Schema(description = "HTTP status of its answer; absent when it could not be reached.", example = "200") Integer status,
        @Nullable @Schema(description = "The beginning of its answer.", example = "{\"status\":\"success\"}") String answer) {}
