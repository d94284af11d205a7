package id.setia.messages;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The mails of a demo. */
@Serdeable
@Schema(description = "The mails of a demo.")
public record DemoMailsResponse(@Schema(description = "Mails, the newest first.") List<DemoMailResponse> items) {}
