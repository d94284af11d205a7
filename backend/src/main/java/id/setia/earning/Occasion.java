package id.setia.earning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The circumstances of a purchase. What its judgement says of each rule freezes them.
 *
 * @param tier code of the member's tier at the time
 * @param throughOffers rules that an offer of the member opens
 * @param sale where and how it was paid
 * @param facts what was known of the member when it arrived
 * @param birthDate of the member, kept nowhere
 * @param calendars the dated lists as they stand, by id
 * @param ceilings what capped rules may still give, by rule; rules without caps are missing
 */
public record Occasion(
        Instant occurredAt,
        ZoneId storeZone,
        String tier,
        Set<UUID> throughOffers,
        Sale sale,
        Facts facts,
        Optional<LocalDate> birthDate,
        Map<UUID, Calendar> calendars,
        Map<UUID, Ceiling> ceilings) {

    /** An occasion of which nothing else is known. */
    public Occasion(Instant occurredAt, ZoneId storeZone, String tier, Set<UUID> throughOffers) {
        this(
                occurredAt, storeZone, tier, throughOffers, Sale.UNKNOWN, Facts.NONE, Optional.empty(), Map.of(),
                Map.of());
    }

    public Occasion with(Sale where) {
        return new Occasion(
                occurredAt, storeZone, tier, throughOffers, where, facts, birthDate, calendars, ceilings);
    }

    public Occasion with(Facts known, Optional<LocalDate> born) {
        return new Occasion(occurredAt, storeZone, tier, throughOffers, sale, known, born, calendars, ceilings);
    }

    public Occasion withCalendars(Map<UUID, Calendar> lists) {
        return new Occasion(occurredAt, storeZone, tier, throughOffers, sale, facts, birthDate, lists, ceilings);
    }

    public Occasion withCeilings(Map<UUID, Ceiling> left) {
        return new Occasion(occurredAt, storeZone, tier, throughOffers, sale, facts, birthDate, calendars, left);
    }
}
