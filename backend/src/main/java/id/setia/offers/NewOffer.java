package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.kernel.LocalText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An offer about to be published; see {@link Offer} for its parts. */
public record NewOffer(
        String code,
        LocalText name,
        LocalText description,
        String badge,
        Audience audience,
        UUID ruleId,
        Instant startsAt,
        Instant endsAt,
        boolean needsActivation,
        int usesPerMember,
        int holdoutPercent,
        boolean announced) {

    public NewOffer {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("an offer starts before it ends");
        }
        if (usesPerMember < 0) {
            throw new IllegalArgumentException("uses per member are 0, for any number, or more");
        }
    }

    /** One that nobody is held out from and nobody is told of. */
    public NewOffer(
            String code,
            LocalText name,
            LocalText description,
            String badge,
            Audience audience,
            UUID ruleId,
            Instant startsAt,
            Instant endsAt,
            boolean needsActivation,
            int usesPerMember) {
        this(code, name, description, badge, audience, ruleId, startsAt, endsAt, needsActivation, usesPerMember, 0,
                false);
    }

    Offer withId(UUID id) {
        return new Offer(
                id, code, name, description, badge, audience, Optional.of(ruleId), Optional.empty(), startsAt, endsAt,
                needsActivation, usesPerMember, holdoutPercent, announced, OfferBudget.NONE);
    }
}
