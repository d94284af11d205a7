package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What other than a purchase gives points, as staff choose it. */
@Serdeable
public enum EventOccasion {
    @JsonProperty("profile_completed")
    PROFILE_COMPLETED(Trigger.PROFILE_COMPLETED),
    @JsonProperty("referrer")
    REFERRER(Trigger.REFERRER),
    @JsonProperty("referred")
    REFERRED(Trigger.REFERRED),
    @JsonProperty("birthday")
    BIRTHDAY(Trigger.BIRTHDAY),
    @JsonProperty("custom")
    CUSTOM(Trigger.CUSTOM);

    private final Trigger trigger;

    EventOccasion(Trigger trigger) {
        this.trigger = trigger;
    }

    Trigger trigger() {
        return trigger;
    }

    static EventOccasion of(Trigger trigger) {
        return switch (trigger) {
            case PROFILE_COMPLETED -> PROFILE_COMPLETED;
            case REFERRER -> REFERRER;
            case REFERRED -> REFERRED;
            case BIRTHDAY -> BIRTHDAY;
            case CUSTOM -> CUSTOM;
            case PURCHASE, JOIN -> throw new IllegalArgumentException(trigger + " is no occasion beside purchases");
        };
    }
}
