package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What other than a purchase a rule gives points for, as staff write it. */
@Serdeable
@Schema(description = "What other than a purchase a rule gives points for.")
public record EventTerms(
        @NotNull
                @Schema(
                        description = "`profile_completed`: once, when birth date and contacts are known; `referrer` and `referred`:"
                                + " the one who was named and the friend who named them, after the friend's first purchase;"
                                + " `birthday`: once a calendar year; `custom`: an event that a partner's system tells of.",
                        example = "custom")
                EventOccasion occasion,
        @Nullable
                @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                @Size(max = 60)
                @Schema(description = "For `custom`: the code of the event.", example = "survey-answered")
                String code,
        @Nullable
                @Schema(
                        description = "For `custom`: how often it gives points to one member; `each_time` when absent.",
                        example = "once_a_day")
                EventLimit limit) {

    static EventTerms of(RuleDefinition definition) {
        return switch (definition.trigger()) {
            case PURCHASE, JOIN -> null;
            case PROFILE_COMPLETED, REFERRER, REFERRED, BIRTHDAY, CUSTOM -> new EventTerms(
                    EventOccasion.of(definition.trigger()),
                    definition.event() == null ? null : definition.event().code(),
                    definition.event() == null ? null : definition.event().limit());
        };
    }
}
