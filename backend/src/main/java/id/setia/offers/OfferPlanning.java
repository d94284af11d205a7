package id.setia.offers;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleCost;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleStops;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What staff do with offers: drafts are written and thrown away, published ones only end. */
@Singleton
class OfferPlanning {

    private static final String USES = "offer_uses";

    private final OfferPlans plans;
    private final OfferReader reader;
    private final Offers offers;
    private final EarningRules rules;
    private final RuleStops stops;
    private final Limits limits;
    private final RuleCost cost;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final Outbox outbox;
    private final AuditTrail audit;

    OfferPlanning(
            OfferPlans plans,
            OfferReader reader,
            Offers offers,
            EarningRules rules,
            RuleStops stops,
            Limits limits,
            RuleCost cost,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            Outbox outbox,
            AuditTrail audit) {
        this.plans = plans;
        this.reader = reader;
        this.offers = offers;
        this.rules = rules;
        this.stops = stops;
        this.limits = limits;
        this.cost = cost;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Begins a draft. */
    UUID create(Caller by, WriteOfferRequest request) {
        Instant now = clock.now();
        OfferPlan plan = reader.read(request, ids.next(), 1, now);
        transactions.write(connection -> {
            plans.add(plan, now);
            record(by, "offer.created", plan);
            return null;
        });
        return plan.id();
    }

    /** Writes a draft anew. */
    void change(Caller by, UUID offerId, Version seen, WriteOfferRequest request) {
        Instant now = clock.now();
        transactions.write(connection -> {
            OfferPlan before = lockedDraft(offerId, seen);
            OfferPlan plan = reader.read(request, offerId, before.version() + 1, now);
            plans.write(plan);
            record(by, "offer.changed", plan);
            return null;
        });
    }

    /** Throws a draft away. */
    void delete(Caller by, UUID offerId, Version seen) {
        transactions.write(connection -> {
            OfferPlan plan = lockedDraft(offerId, seen);
            plans.delete(offerId);
            record(by, "offer.deleted", plan);
            return null;
        });
    }

    /**
     * Puts a draft in force, from its beginning or, where that is past, from now on.
     *
     * @throws Problem {@code second_person_needed} when it is expected to cost more than one person may decide
     */
    void publish(Caller by, UUID offerId, Version seen) {
        Instant now = clock.now();
        plans.find(offerId)
                .flatMap(OfferReach::asRule)
                .ifPresent(rule -> cost.refuseAboveLimit(Optional.empty(), rule));
        transactions.write(connection -> {
            OfferPlan draft = lockedDraft(offerId, seen);
            if (!draft.endsAt().isAfter(now)) {
                throw Problem.invalid("/endsAt", "end_before_start");
            }
            Instant startsAt = draft.startsAt().filter(now::isBefore).orElse(now);
            draft.budget().uses().ifPresent(uses -> limits.define(offerId, USES, uses));
            UUID ruleId = rules.publish(
                    "offer-" + PublicId.OFFER.format(offerId).substring(4),
                    benefit(draft),
                    startsAt,
                    by.actorId());
            OfferPlan published = new OfferPlan(
                    offerId,
                    draft.name(),
                    draft.description(),
                    draft.badge(),
                    draft.audience(),
                    Optional.empty(),
                    Optional.of(ruleId),
                    Optional.of(startsAt),
                    draft.endsAt(),
                    draft.needsActivation(),
                    draft.usesPerMember(),
                    draft.holdoutPercent(),
                    draft.announced(),
                    draft.budget(),
                    false,
                    false,
                    draft.version() + 1);
            write(by, "offer.published", published, now);
            return null;
        });
        offers.forget();
    }

    private static RuleDefinition benefit(OfferPlan draft) {
        RuleDefinition benefit = draft.benefit().orElseThrow().onlyThroughOffer();
        return draft.budget().points().map(benefit::withBudget).orElse(benefit);
    }

    /** Ends a published offer now; purchases of before that come late are still served. */
    void end(Caller by, UUID offerId, Version seen) {
        Instant now = clock.now();
        transactions.write(connection -> {
            end(by, locked(offerId, seen), "offer.ended", now);
            return null;
        });
        offers.forget();
    }

    /** Stops a published offer and its rule at once, whatever version was seen last. */
    void stop(Caller by, UUID offerId, String reason) {
        Instant now = clock.now();
        transactions.write(connection -> {
            OfferPlan running = plans.lock(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
            if (running.draft()) {
                throw Problem.of(ProblemCode.OFFER_ENDED);
            }
            stops.stop(by, running.ruleId().orElseThrow(), reason);
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
            case DRAFT, ENDED -> throw Problem.of(ProblemCode.OFFER_ENDED);
        }
        OfferPlan ended = new OfferPlan(
                running.id(),
                running.name(),
                running.description(),
                running.badge(),
                running.audience(),
                running.benefit(),
                running.ruleId(),
                running.startsAt(),
                now,
                running.needsActivation(),
                running.usesPerMember(),
                running.holdoutPercent(),
                running.announced(),
                running.budget(),
                false,
                false,
                running.version() + 1);
        write(by, act, ended, now);
    }

    private OfferPlan lockedDraft(UUID offerId, Version seen) {
        OfferPlan plan = locked(offerId, seen);
        if (!plan.draft()) {
            throw Problem.of(ProblemCode.OFFER_NOT_DRAFT);
        }
        return plan;
    }

    private OfferPlan locked(UUID offerId, Version seen) {
        OfferPlan plan = plans.lock(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
        seen.mustBe(plan.version());
        return plan;
    }

    private void write(Caller by, String act, OfferPlan plan, Instant now) {
        plans.write(plan);
        offers.advance();
        OfferEvent event = new OfferEvent(
                PublicId.OFFER.format(plan.id()), plan.startsAt().orElse(now), plan.endsAt());
        outbox.write(new Event(ids.next(), Optional.empty(), 0, act, 1, json.write(event), now, now));
        record(by, act, plan);
    }

    private void record(Caller by, String act, OfferPlan plan) {
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
                "budgetUses",
                plan.budget().uses().map(String::valueOf).orElse(""),
                "budgetPoints",
                plan.budget().points().map(String::valueOf).orElse(""),
                "endsAt",
                plan.endsAt().toString());
    }
}
