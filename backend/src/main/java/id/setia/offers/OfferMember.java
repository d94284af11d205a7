package id.setia.offers;

import id.setia.audiences.AudienceFacts;
import id.setia.tiers.Tier;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What decides which offers a member has, now.
 *
 * @param profiling whether the member lets the programme use what it knows of them to choose and explain
 */
public record OfferMember(UUID memberId, Tier tier, Optional<LocalDate> birthDate, boolean profiling) {

    AudienceFacts facts(Month month, Set<UUID> audiences) {
        return new AudienceFacts(tier.code(), birthDate, month, audiences);
    }
}
