package id.setia.messages;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The messages of a demo. */
@Serdeable
@Schema(description = "The messages of a demo.")
public record DemoMailsResponse(@Schema(description = "Mails and messages to phones, the newest first.") List<DemoMailResponse> items) {}
