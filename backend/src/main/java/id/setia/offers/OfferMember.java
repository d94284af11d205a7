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
 * @param own whether the member asks, who alone sees codes
 * @param otherPartner whose till asks, where that is not the programme's owner
 */
public record OfferMember(
        UUID memberId,
        Tier tier,
        Optional<LocalDate> birthDate,
        boolean profiling,
        boolean own,
        Optional<UUID> otherPartner) {

    /** One whom somebody else asks for. */
    public OfferMember(UUID memberId, Tier tier, Optional<LocalDate> birthDate, boolean profiling) {
        this(memberId, tier, birthDate, profiling, false, Optional.empty());
    }

    /** The same, asking for themselves. */
    public OfferMember asking() {
        return new OfferMember(memberId, tier, birthDate, profiling, true, Optional.empty());
    }

    /** The same, asked for by a partner that does not own the programme. */
    public OfferMember shownTo(UUID partner) {
        return new OfferMember(memberId, tier, birthDate, profiling, false, Optional.of(partner));
    }

    AudienceFacts facts(Month month, Set<UUID> audiences) {
        return new AudienceFacts(tier.code(), birthDate, month, audiences);
    }
}
