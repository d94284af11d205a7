package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The browsers somebody is signed in on. */
@Serdeable
@Schema(description = "The browsers somebody is signed in on.")
public record OwnSessionsResponse(@Schema(description = "The one used last first.") List<OwnSessionResponse> items) {}
