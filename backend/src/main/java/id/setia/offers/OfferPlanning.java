package id.setia.offers;

import id.setia.access.Caller;
import id.setia.earning.RuleStops;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** What staff do with offers beside publishing: drafts are written and thrown away, published ones only end. */
@Singleton
class OfferPlanning {

    private final OfferPlans plans;
    private final OfferReader reader;
    private final Offers offers;
    private final RuleStops stops;
    private final OfferPublishing publishing;
    private final OfferWithdrawal withdrawal;
    private final OfferNews news;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;

    OfferPlanning(
            OfferPlans plans,
            OfferReader reader,
            Offers offers,
            RuleStops stops,
            OfferPublishing publishing,
            OfferWithdrawal withdrawal,
            OfferNews news,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids) {
        this.plans = plans;
        this.reader = reader;
        this.offers = offers;
        this.stops = stops;
        this.publishing = publishing;
        this.withdrawal = withdrawal;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Begins a draft. */
    UUID create(Caller by, WriteOfferRequest request) {
        Instant now = clock.now();
        OfferPlan plan = reader.read(request, ids.next(), 1, now);
        transactions.write(connection -> {
            plans.add(plan, now);
            news.record(by, "offer.created", plan);
            return null;
        });
        return plan.id();
    }

    /** Writes a draft anew. */
    void change(Caller by, UUID offerId, Version seen, WriteOfferRequest request) {
        Instant now = clock.now();
        transactions.write(connection -> {
            OfferPlan before = publishing.lockedDraft(offerId, seen);
            OfferPlan plan = reader.read(request, offerId, before.version() + 1, now);
            plans.write(plan);
            news.record(by, "offer.changed", plan);
            return null;
        });
    }

    /** Throws a draft away. */
    void delete(Caller by, UUID offerId, Version seen) {
        transactions.write(connection -> {
            OfferPlan plan = publishing.lockedDraft(offerId, seen);
            plans.delete(offerId);
            news.record(by, "offer.deleted", plan);
            return null;
        });
    }

    /**
     * Ends a published offer now; purchases of before that come late are still served, vouchers nobody used are withdrawn.
     */
    void end(Caller by, UUID offerId, Version seen) {
        Instant now = clock.now();
        transactions.write(connection -> {
            end(by, publishing.locked(offerId, seen), "offer.ended", now);
            return null;
        });
        offers.forget();
    }

    /** Stops a published offer and its rule at once, whatever version was seen last; vouchers nobody used are withdrawn. */
    void stop(Caller by, UUID offerId, String reason) {
        Instant now = clock.now();
        transactions.write(connection -> {
            OfferPlan running = plans.lock(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
            if (running.draft()) {
                throw Problem.of(ProblemCode.OFFER_ENDED);
            }
            running.ruleId().ifPresent(rule -> stops.stop(by, rule, reason));
            if (running.stage(now) != OfferStage.ENDED) {
                end(by, running, "offer.stopped", now);
            }
            return null;
        });
        offers.forget();
    }

    private void end(Caller by, OfferPlan running, String act, Instant now) {
        switch (running.stage(now)) {
            case SCHEDULED, RUNNING -> { }
            case DRAFT, WAITING, ENDED -> throw Problem.of(ProblemCode.OFFER_ENDED);
        }
        OfferPlan ended = running.ended(now);
        plans.write(ended);
        news.tell(by, act, ended, now);
        if (ended.rewardId().isPresent()) {
            withdrawal.queue(ended.id());
        }
    }
}
