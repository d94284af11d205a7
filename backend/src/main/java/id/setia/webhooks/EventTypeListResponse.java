package id.setia.webhooks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All types of events. */
@Serdeable
@Schema(description = "All types of events.")
public record EventTypeListResponse(@Schema(description = "The types.") List<EventTypeResponse> items) {}
