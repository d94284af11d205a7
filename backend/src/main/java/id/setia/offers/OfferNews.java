package id.setia.offers;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is told of what staff do with offers: the other nodes, the feed, the audit trail. */
@Singleton
class OfferNews {

    private final Offers offers;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;
    private final AuditTrail audit;

    OfferNews(Offers offers, Outbox outbox, IdMaker ids, Json json, AuditTrail audit) {
        this.offers = offers;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
        this.audit = audit;
    }

    /** Tells everybody of an act on an offer that is or was in force, in the running transaction. */
    void tell(Caller by, String act, OfferPlan plan, Instant now) {
        offers.advance();
        OfferEvent event = new OfferEvent(PublicId.OFFER.format(plan.id()), plan.startsAt().orElse(now), plan.endsAt());
        outbox.write(new Event(ids.next(), Optional.empty(), 0, act, 1, json.write(event), now, now));
        record(by, act, plan);
    }

    void record(Caller by, String act, OfferPlan plan) {
        audit.record(
                by,
                act,
                "offer",
                plan.id(),
                "version",
                String.valueOf(plan.version()),
                "name",
                plan.name().toString(),
                "benefit",
                plan.benefit().map(json::write).orElse(""),
                "rewardId",
                plan.rewardId().map(UUID::toString).orElse(""),
                "budgetUses",
                plan.budget().uses().map(String::valueOf).orElse(""),
                "budgetPoints",
                plan.budget().points().map(String::valueOf).orElse(""),
                "endsAt",
                plan.endsAt().toString());
    }
}
