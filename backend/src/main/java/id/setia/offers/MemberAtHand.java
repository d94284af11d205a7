package id.setia.offers;

import id.setia.tiers.Tier;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A member whose purchase is being judged.
 *
 * @param tier at the time of the purchase
 */
public record MemberAtHand(UUID memberId, Tier tier, Optional<LocalDate> birthDate) {}
