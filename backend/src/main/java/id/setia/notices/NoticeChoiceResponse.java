package id.setia.notices;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/** How a member is told of a topic. */
@Serdeable
@Schema(description = "How a member is told of a topic, beside the inbox.")
public record NoticeChoiceResponse(
        @Schema(
                        description = "The topic.",
                        allowableValues = {"points_in", "points_out", "expiry", "tier", "cases", "offers", "security"},
                        example = "expiry")
                String topic,
        @Schema(description = "By e-mail.", example = "true") boolean email,
        @Schema(description = "By a message to the phone.", example = "false") boolean phone,
        @Schema(description = "Whether the e-mail cannot be switched off, and comes at any hour.", example = "false") boolean always) {

    static NoticeChoiceResponse of(NoticeTopic topic, Set<NoticeChannel> channels) {
        return new NoticeChoiceResponse(
                topic.value(),
                channels.contains(NoticeChannel.EMAIL),
                channels.contains(NoticeChannel.PHONE),
                topic.urgent());
    }
}
