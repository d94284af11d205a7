package id.setia.members;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Every word the member gave. */
@Serdeable
@Schema(description = "Every word the member gave on the use of their data.")
public record ConsentHistoryResponse(@Schema(description = "The newest first.") List<ConsentRecordResponse> items) {}
