package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.util.Set;

/**
 * When a rule applies; an empty set asks nothing.
 *
 * @param categories of lines; a category matches with everything below it ({@code Segar} matches {@code Segar > Buah})
 * @param tiers codes of the member's tier at the time of the purchase
 * @param weekdays in the store's time
 * @param throughOffer whether it only applies to members who hold an offer that names it
 * @param minimum what the matching lines must come to, in smallest units of what earns; 0 asks nothing
 */
@Serdeable
public record Conditions(
        Set<String> categories, Set<String> tiers, Set<DayOfWeek> weekdays, boolean throughOffer, long minimum) {

    public static final Conditions NONE = new Conditions(Set.of(), Set.of(), Set.of(), false);

    /** Conditions that ask for no minimum. */
    public Conditions(Set<String> categories, Set<String> tiers, Set<DayOfWeek> weekdays, boolean throughOffer) {
        this(categories, tiers, weekdays, throughOffer, 0);
    }

    public static Conditions categories(String... categories) {
        return new Conditions(Set.of(categories), Set.of(), Set.of(), false);
    }

    public Conditions onlyThroughOffer() {
        return new Conditions(categories, tiers, weekdays, true, minimum);
    }

    public Conditions on(DayOfWeek... days) {
        return new Conditions(categories, tiers, Set.of(days), throughOffer, minimum);
    }

    public Conditions from(long least) {
        return new Conditions(categories, tiers, weekdays, throughOffer, least);
    }
}
