package id.setia.audiences;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Criteria a member meets or not; kept as JSON where they are used. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Audience.Everyone.class, name = "everyone"),
    @JsonSubTypes.Type(value = Audience.InTiers.class, name = "tiers"),
    @JsonSubTypes.Type(value = Audience.BirthdayThisMonth.class, name = "birthday_this_month"),
    @JsonSubTypes.Type(value = Audience.Saved.class, name = "saved")
})
public sealed interface Audience {

    /** Every member. */
    @Serdeable
    record Everyone() implements Audience {}

    /**
     * Members of these tiers.
     *
     * @param tiers codes of tiers
     */
    @Serdeable
    record InTiers(List<String> tiers) implements Audience {}

    /** Members whose birthday is in the month; for 29 February that is February of every year. */
    @Serdeable
    record BirthdayThisMonth() implements Audience {}

    /** Members of an audience that staff saved under a name. */
    @Serdeable
    record Saved(UUID audienceId) implements Audience {}

    /** The saved audience it names, if it does. */
    default Optional<UUID> saved() {
        return switch (this) {
            case Everyone everyone -> Optional.empty();
            case InTiers inTiers -> Optional.empty();
            case BirthdayThisMonth birthday -> Optional.empty();
            case Saved saved -> Optional.of(saved.audienceId());
        };
    }

    default boolean matches(AudienceFacts facts) {
        return switch (this) {
            case Everyone everyone -> true;
            case InTiers inTiers -> inTiers.tiers().contains(facts.tierCode());
            case BirthdayThisMonth birthday ->
                facts.birthDate().filter(date -> date.getMonth() == facts.month()).isPresent();
            case Saved saved -> facts.audiences().contains(saved.audienceId());
        };
    }
}
