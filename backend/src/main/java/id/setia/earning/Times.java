package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * When a purchase must come about for a rule to apply, all in the store's own time; an empty collection asks nothing.
 *
 * @param hours any of them; a span that crosses midnight belongs to the day on which it begins
 * @param daysOfMonth 1 to 31; a month without the day has none
 * @param calendars any of these dated lists
 */
@Serdeable
public record Times(List<Hours> hours, Set<Integer> daysOfMonth, Set<UUID> calendars) {

    public static final Times ANY = new Times(List.of(), Set.of(), Set.of());
}
