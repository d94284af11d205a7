package id.setia.earning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * The circumstances of a purchase, frozen in its judgement.
 *
 * @param tier code of the member's tier at the time
 * @param throughOffers rules that an offer of the member opens
 */
public record Occasion(Instant occurredAt, ZoneId storeZone, String tier, Set<UUID> throughOffers) {}
