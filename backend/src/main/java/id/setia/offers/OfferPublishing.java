package id.setia.offers;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.approvals.ApprovableAct;
import id.setia.approvals.Approval;
import id.setia.approvals.ApprovalState;
import id.setia.approvals.Approvals;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleCost;
import id.setia.earning.RuleDefinition;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.limits.Limits;
import id.setia.program.ProgramSettings;
import id.setia.rewards.Reward;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts drafts of offers in force; above a limit of cost only with a second person's yes. */
@Singleton
class OfferPublishing implements ApprovableAct {

    private static final String KIND = "offer_publication";
    private static final String USES = "offer_uses";
    private static final LocalText UNKNOWN = LocalText.of(
            "Terbitkan penawaran dengan biaya yang tidak diketahui", "Publish an offer whose cost nobody knows");

    private final OfferPlans plans;
    private final OfferNews news;
    private final OfferBenefits benefits;
    private final Offers offers;
    private final EarningRules rules;
    private final Rewards rewards;
    private final Limits limits;
    private final RuleCost cost;
    private final Approvals approvals;
    private final ProgramSettings program;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final AuditTrail audit;

    OfferPublishing(
            OfferPlans plans,
            OfferNews news,
            OfferBenefits benefits,
            Offers offers,
            EarningRules rules,
            Rewards rewards,
            Limits limits,
            RuleCost cost,
            Approvals approvals,
            ProgramSettings program,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            AuditTrail audit) {
        this.plans = plans;
        this.news = news;
        this.benefits = benefits;
        this.offers = offers;
        this.rules = rules;
        this.rewards = rewards;
        this.limits = limits;
        this.cost = cost;
        this.approvals = approvals;
        this.program = program;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    /** The plan as it stands; one whose request was refused, withdrawn or not answered is a draft again. */
    OfferPlan settled(OfferPlan plan) {
        boolean waits = plan.draft()
                && plan.approvalId()
                        .flatMap(approvals::find)
                        .filter(approval -> approval.state() == ApprovalState.WAITING)
                        .isPresent();
        return plan.draft() && plan.approvalId().isPresent() && !waits ? plan.open() : plan;
    }

    /** The request that a second person said no to, until the draft is written anew or its publication asked for again. */
    Optional<Approval> rejection(OfferPlan written) {
        return (written.draft() ? written.approvalId() : Optional.<UUID>empty())
                .flatMap(approvals::find)
                .filter(approval -> approval.state() == ApprovalState.REJECTED);
    }

    /**
     * Puts a draft in force, from its beginning or, where that is past, from now on; or asks for a second person's yes
     * where it is expected to cost more than the limit, or nobody knows what it costs.
     *
     * @throws Problem {@code offer_not_draft}; of a voucher's reward as {@link Reward#refuseUnlessOffered}
     */
    void publish(Caller.SignedInStaff by, UUID offerId, Version seen) {
        Optional<RuleCost.Excess> excess = plans.find(offerId).flatMap(this::excess);
        transactions.write(connection -> {
            OfferPlan draft = lockedDraft(offerId, seen);
            refuseEnded(draft);
            refuseGone(draft);
            if (excess.isPresent()) {
                UUID approval = ids.next();
                approvals.request(approval, by, KIND, Optional.empty(), PublicId.OFFER.format(offerId));
                OfferPlan waiting = draft.waiting(approval, excess.get().pointsPerMonth());
                plans.write(waiting);
                audit.record(
                        by, "offer.waiting", "offer", offerId, "version", String.valueOf(waiting.version()));
                return null;
            }
            publish(by, draft);
            return null;
        });
    }

    /** Goes over past purchases; not for a transaction that holds locks. */
    private Optional<RuleCost.Excess> excess(OfferPlan draft) {
        return draft.rewardId().isPresent()
                ? cost.excess(VoucherCost.of(draft, draft.rewardId().flatMap(rewards::find), program.current()))
                : OfferReach.asRule(draft).flatMap(rule -> cost.excess(Optional.empty(), rule));
    }

    private void refuseEnded(OfferPlan draft) {
        if (!draft.endsAt().isAfter(clock.now())) {
            throw Problem.invalid("/endsAt", "end_before_start");
        }
    }

    private void refuseGone(OfferPlan draft) {
        draft.rewardId().ifPresent(reward -> rewards.find(reward)
                .orElseThrow(() -> Problem.of(ProblemCode.REWARD_NOT_FOUND))
                .refuseUnlessOffered(draft.startsAt().filter(clock.now()::isBefore).orElse(clock.now())));
    }

    private void publish(Caller.SignedInStaff by, OfferPlan draft) {
        Instant now = clock.now();
        Instant startsAt = draft.startsAt().filter(now::isBefore).orElse(now);
        draft.budget().uses().ifPresent(uses -> limits.define(draft.id(), USES, uses));
        Optional<UUID> rule = draft.rewardId().isPresent()
                ? Optional.empty()
                : Optional.of(rules.publish(
                        "offer-" + PublicId.OFFER.format(draft.id()).substring(4),
                        benefit(draft),
                        startsAt,
                        by.actorId()));
        OfferPlan published = draft.published(rule, startsAt);
        plans.write(published);
        news.tell(by, "offer.published", published, now);
        transactions.afterCommit(offers::forget);
    }

    private static RuleDefinition benefit(OfferPlan draft) {
        RuleDefinition benefit = draft.benefit().orElseThrow().onlyThroughOffer();
        return draft.budget().points().map(benefit::withBudget).orElse(benefit);
    }

    /**
     * Takes back one's own request for a second person's yes; of a draft that does not wait, nothing.
     *
     * @throws Problem {@code offer_not_draft}, {@code forbidden} where somebody else asked
     */
    void takeBack(Caller.SignedInStaff by, UUID offerId, Version seen) {
        transactions.write(connection -> {
            OfferPlan plan = locked(offerId, seen);
            if (!plan.draft()) {
                throw Problem.of(ProblemCode.OFFER_NOT_DRAFT);
            }
            if (plan.approvalId().isPresent()) {
                approvals.withdraw(by, plan.approvalId().get());
                plans.write(plan.open().changed());
                audit.record(by, "offer.taken_back", "offer", offerId, "version", String.valueOf(plan.version() + 1));
            }
            return null;
        });
    }

    /** A draft that may be changed, locked. */
    OfferPlan lockedDraft(UUID offerId, Version seen) {
        OfferPlan plan = locked(offerId, seen);
        if (!plan.draft() || plan.approvalId().isPresent()) {
            throw Problem.of(ProblemCode.OFFER_NOT_DRAFT);
        }
        return plan;
    }

    OfferPlan locked(UUID offerId, Version seen) {
        OfferPlan plan = plans.lock(offerId)
                .map(this::settled)
                .orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
        seen.mustBe(plan.version());
        return plan;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Summary summary(Approval approval) {
        Optional<OfferPlan> plan = PublicId.OFFER.parse(approval.content()).flatMap(plans::find);
        return new Summary(
                plan.flatMap(OfferPlan::expectedPoints).map(OfferPublishing::title).orElse(UNKNOWN),
                "",
                plan.flatMap(benefits::sentence).orElse(LocalText.of("-", "-")),
                plan.map(found -> found.name().id()).orElse(""));
    }

    private static LocalText title(long expected) {
        LocalText points = MoneyText.number(expected);
        return LocalText.of(
                "Terbitkan penawaran, kira-kira " + points.id() + MoneyText.TIE + "poin",
                "Publish an offer, about " + points.en() + MoneyText.TIE + "points");
    }

    @Override
    public void refuseDecision(Caller.SignedInStaff by, Approval approval) {
        cost.refuseApprover(by);
    }

    @Override
    public void carryOut(Caller.SignedInStaff approver, Approval approval) {
        UUID offerId = PublicId.OFFER.parseOr(approval.content(), ProblemCode.OFFER_NOT_FOUND);
        OfferPlan plan = plans.lock(offerId).orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_FOUND));
        if (!plan.draft() || plan.approvalId().filter(approval.id()::equals).isEmpty()) {
            throw Problem.of(ProblemCode.OFFER_NOT_DRAFT);
        }
        refuseEnded(plan);
        refuseGone(plan);
        publish(new Caller.SignedInStaff(approval.requestedBy(), Set.of()), plan);
    }
}
