package id.setia.notices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How a member is told. */
@Serdeable
@Schema(description = "How a member is told, topic by topic. Messages that can wait come between 08:00 and 20:00.")
public record NoticeChoicesResponse(@Schema(description = "The topics.") List<NoticeChoiceResponse> items) {}
