package id.setia.offers;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.limits.LimitDesk;
import id.setia.limits.Limits;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.rewards.Redemption;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardIssue;
import id.setia.rewards.RewardShelf;
import id.setia.rewards.Rewards;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Gives members the vouchers of offers, each once: under the member's lock, then the offer's, then those of its budget and
 * of the reward's stock.
 */
@Singleton
class OfferGifts {

    private final OfferPlans plans;
    private final Activations activations;
    private final Rewards rewards;
    private final RewardShelf shelf;
    private final RewardIssue issue;
    private final Standings standings;
    private final Limits limits;
    private final PointsLedger points;
    private final MemberRegistry members;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;

    OfferGifts(
            OfferPlans plans,
            Activations activations,
            Rewards rewards,
            RewardShelf shelf,
            RewardIssue issue,
            Standings standings,
            Limits limits,
            PointsLedger points,
            MemberRegistry members,
            Outbox outbox,
            IdMaker ids,
            Json json) {
        this.plans = plans;
        this.activations = activations;
        this.rewards = rewards;
        this.shelf = shelf;
        this.issue = issue;
        this.standings = standings;
        this.limits = limits;
        this.points = points;
        this.members = members;
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Gives a member the voucher; one who has had it gets no other.
     *
     * @throws Problem {@code offer_not_available} when the offer is over or the membership may not spend,
     *     {@code offer_already_used}, {@code offer_used_up} when its budget or the reward's stock is gone,
     *     {@code tier_required} and {@code member_limit_reached} as the reward says for everybody, and as
     *     {@link Reward#refuseUnlessOffered}
     */
    void give(Offer offer, UUID memberId) {
        points.post(session -> {
            session.lock(Set.of(memberId));
            UUID living = session.survivor(memberId);
            Round round = new Round(session, offer, Set.of(living));
            round.refuseWhoMayNotSpend(living);
            round.give(living);
            round.desk.write(session.batch());
            return null;
        });
    }

    /**
     * Gives those of the members the voucher who have not had it and may have it, as long as there are any.
     *
     * @param some at most a hundred, none of them held out
     */
    void giveAll(Offer offer, Collection<UUID> some) {
        points.post(session -> {
            session.lock(some);
            Set<UUID> living = new TreeSet<>();
            some.forEach(member -> living.add(session.survivor(member)));
            Round round = new Round(session, offer, living);
            for (UUID member : living) {
                if (round.mayHave(member)) {
                    round.give(member);
                }
            }
            round.desk.write(session.batch());
            return null;
        });
    }

    /**
     * Takes a voucher back from a member who has not used it, so that they may have it later; without one, nothing changes.
     *
     * @throws Problem {@code offer_already_used}, {@code redemption_final} when it has expired or its imported code was shown
     */
    void takeBack(Offer offer, UUID memberId) {
        points.post(session -> {
            session.lock(Set.of(memberId));
            UUID living = session.survivor(memberId);
            Round round = new Round(session, offer, Set.of(living));
            round.takeBack(living);
            round.desk.write(session.batch());
            return null;
        });
    }

    /** One transaction over one offer. */
    private final class Round {

        private final LedgerSession session;
        private final Offer offer;
        private final Reward reward;
        private final LimitDesk desk;
        private final Map<UUID, FoundMember> people;
        private final Map<UUID, Problem> refused;
        private final Map<UUID, Activation> known = new HashMap<>();

        private Round(LedgerSession session, Offer offer, Set<UUID> living) throws SQLException {
            this.session = session;
            this.offer = offer;
            refuseUnlessRunning();
            this.reward = rewards.find(offer.rewardId().orElseThrow()).orElseThrow();
            this.desk = limits.lock(session.connection(), Set.of(offer.id(), reward.id()));
            this.people = members.members(living);
            this.refused = shelf.refusedGifts(reward, tiers(living), session.now());
            activations.of(living).stream()
                    .filter(activation -> activation.offerId().equals(offer.id()))
                    .forEach(activation -> known.put(activation.memberId(), activation));
        }

        /** As it stands by now, not as this node remembers it: who ends an offer withdraws what was given before. */
        private void refuseUnlessRunning() {
            plans.lock(offer.id())
                    .filter(plan -> plan.stage(session.now()) == OfferStage.RUNNING)
                    .orElseThrow(() -> Problem.of(ProblemCode.OFFER_NOT_AVAILABLE));
        }

        private Map<UUID, String> tiers(Set<UUID> living) {
            Map<UUID, String> tiers = new HashMap<>();
            standings.histories(living)
                    .forEach((member, history) -> tiers.put(member, history.tierAt(session.now()).code()));
            return tiers;
        }

        private boolean maySpend(UUID memberId) {
            return Optional.ofNullable(people.get(memberId))
                    .filter(member -> member.state().maySpend())
                    .isPresent();
        }

        private void refuseWhoMayNotSpend(UUID memberId) {
            if (!maySpend(memberId)) {
                throw Problem.of(ProblemCode.OFFER_NOT_AVAILABLE);
            }
        }

        private boolean mayHave(UUID memberId) {
            return maySpend(memberId) && !refused.containsKey(memberId) && !offer.isUsedUpBy(activation(memberId).uses())
                    && desk.left(offer.id()) > 0 && desk.left(reward.id()) > 0 && reward.isOffered(session.now());
        }

        private void give(UUID memberId) throws SQLException {
            Activation before = activation(memberId);
            refuseUsed(before);
            if (before.redemptionId().isPresent()) {
                return;
            }
            if (refused.containsKey(memberId)) {
                throw refused.get(memberId);
            }
            if (desk.left(reward.id()) == 0 || !desk.take(offer.id(), 1)) {
                throw Problem.of(ProblemCode.OFFER_USED_UP);
            }
            Instant now = session.now();
            Redemption gift = Redemption.gift(ids.next(), memberId, reward, offer.id(), now);
            issue.give(session.connection(), session.batch(), desk, reward, gift, now);
            put(new Activation(memberId, offer.id(), Optional.of(now), 0, Optional.of(gift.id())), "offer.activated");
        }

        private void takeBack(UUID memberId) throws SQLException {
            Activation before = activation(memberId);
            refuseUsed(before);
            if (before.redemptionId().isEmpty()) {
                return;
            }
            if (!issue.takeBack(
                    session.connection(), session.batch(), desk, before.redemptionId().get(), session.now())) {
                throw Problem.of(ProblemCode.REDEMPTION_FINAL);
            }
            desk.giveBack(offer.id(), 1);
            put(Activation.none(memberId, offer.id()), "offer.deactivated");
        }

        private void refuseUsed(Activation activation) {
            if (offer.isUsedUpBy(activation.uses())) {
                throw Problem.of(ProblemCode.OFFER_ALREADY_USED);
            }
        }

        private Activation activation(UUID memberId) {
            return known.getOrDefault(memberId, Activation.none(memberId, offer.id()));
        }

        private void put(Activation activation, String act) {
            activations.put(session.batch(), activation);
            OfferActivation payload = new OfferActivation(
                    PublicId.MEMBER.format(activation.memberId()), PublicId.OFFER.format(offer.id()));
            outbox.add(
                    session.batch(),
                    new Event(
                            ids.next(), Optional.of(activation.memberId()), 0, act, 1, json.write(payload),
                            session.now(), session.now()));
        }
    }
}
