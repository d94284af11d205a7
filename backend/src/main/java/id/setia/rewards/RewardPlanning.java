package id.setia.rewards;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.limits.Limits;
import id.setia.partners.PartnerDirectory;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The door for what staff do with rewards: drafted, published, changed, withdrawn. */
@Singleton
public class RewardPlanning {

    private final RewardRows rows;
    private final RewardReader reader;
    private final Rewards rewards;
    private final CodePools pools;
    private final PartnerDirectory partners;
    private final Limits limits;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher<RewardChanging> publisher;

    RewardPlanning(
            RewardRows rows,
            RewardReader reader,
            Rewards rewards,
            CodePools pools,
            PartnerDirectory partners,
            Limits limits,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            Json json,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher<RewardChanging> publisher) {
        this.rows = rows;
        this.reader = reader;
        this.rewards = rewards;
        this.pools = pools;
        this.partners = partners;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
        this.publisher = publisher;
    }

    /** Begins a draft. */
    public UUID create(Caller by, WriteRewardRequest request) {
        Instant now = clock.now();
        Reward draft = new Reward(ids.next(), RewardState.DRAFT, 1, reader.read(request, now), now, Optional.empty());
        transactions.write(connection -> {
            rows.add(draft);
            limit(connection, draft);
            record(by, "reward.created", draft);
            return null;
        });
        return draft.id();
    }

    /**
     * Writes a reward anew. Vouchers given before keep what they were given for.
     *
     * @throws Problem {@code reward_withdrawn}; {@code validation_failed} also when a published reward's kind differs; what
     *     an offer that gives it says, {@code second_person_needed}
     */
    void change(Caller by, UUID rewardId, Version seen, WriteRewardRequest request) {
        Instant now = clock.now();
        RewardDefinition changed = reader.read(request, now);
        write(by, rewardId, seen, "reward.changed", before -> {
            refuseWithdrawn(before);
            if (before.state() == RewardState.PUBLISHED && before.kind() != changed.kind()) {
                throw Problem.invalid(List.of(new FieldError(
                        "/kind", "differs", List.of(before.kind().value(), changed.kind().value()))));
            }
            return before.with(before.state(), changed, now);
        });
    }

    /**
     * Offers a draft, or a withdrawn reward again, from its beginning or at once.
     *
     * @throws Problem {@code reward_ended}; {@code validation_failed} when who honours it has left
     */
    public void publish(Caller by, UUID rewardId, Version seen) {
        Instant now = clock.now();
        write(by, rewardId, seen, "reward.published", before -> {
            Instant end = before.definition().endsAt();
            if (end != null && !end.isAfter(now)) {
                throw Problem.of(ProblemCode.REWARD_ENDED);
            }
            if (partners.partner(before.honouringPartnerId())
                    .filter(partner -> partner.hasLeft(now))
                    .isPresent()) {
                throw Problem.invalid("/honouringPartnerId", "partner_ended");
            }
            return before.with(RewardState.PUBLISHED, before.definition(), now);
        });
    }

    /** Offers it no more, on every node within a second; what was redeemed stays good. */
    void withdraw(Caller by, UUID rewardId, Version seen) {
        Instant now = clock.now();
        write(by, rewardId, seen, "reward.withdrawn", before -> {
            if (before.state() == RewardState.DRAFT) {
                throw Problem.of(ProblemCode.REWARD_NOT_PUBLISHED);
            }
            return before.with(RewardState.WITHDRAWN, before.definition(), now);
        });
    }

    /** Withdraws every published reward that a partner honours, in the running transaction. */
    void withdrawAllOf(Caller by, UUID partnerId) {
        Instant now = clock.now();
        transactions.write(connection -> {
            transactions.afterCommit(rewards::forget);
            rows.inState(RewardState.PUBLISHED).stream()
                    .filter(reward -> reward.honouringPartnerId().equals(partnerId))
                    .flatMap(reward -> rows.lock(reward.id()).stream())
                    .filter(reward -> reward.state() == RewardState.PUBLISHED)
                    .forEach(reward -> withdraw(by, reward, now));
            return null;
        });
    }

    private void withdraw(Caller by, Reward published, Instant now) {
        Reward withdrawn = published.with(RewardState.WITHDRAWN, published.definition(), now);
        rows.write(withdrawn);
        rewards.advance();
        tell("reward.withdrawn", withdrawn);
        record(by, "reward.withdrawn", withdrawn);
    }

    /** Throws a draft away; one into which codes were imported is withdrawn instead. */
    void delete(Caller by, UUID rewardId, Version seen) {
        transactions.write(connection -> {
            Reward draft = locked(rewardId, seen);
            if (draft.state() != RewardState.DRAFT || pools.imported(rewardId) > 0) {
                throw Problem.of(ProblemCode.REWARD_NOT_DRAFT);
            }
            rows.delete(rewardId);
            Rewards.counters(rewardId).forEach(limits::lift);
            record(by, "reward.deleted", draft);
            return null;
        });
    }

    private void write(Caller by, UUID rewardId, Version seen, String act, UnaryOperator<Reward> change) {
        transactions.write(connection -> {
            transactions.afterCommit(rewards::forget);
            Reward before = locked(rewardId, seen);
            Reward after = change.apply(before);
            if (before.state() == RewardState.PUBLISHED) {
                publisher.publishEvent(new RewardChanging(before, after));
            }
            rows.write(after);
            limit(connection, after);
            rewards.advance();
            if (before.state() != after.state()) {
                tell(act, after);
            }
            record(by, act, after);
            return null;
        });
    }

    private static void refuseWithdrawn(Reward reward) {
        if (reward.state() == RewardState.WITHDRAWN) {
            throw Problem.of(ProblemCode.REWARD_WITHDRAWN);
        }
    }

    private Reward locked(UUID rewardId, Version seen) {
        Reward reward = rows.lock(rewardId).orElseThrow(() -> Problem.of(ProblemCode.REWARD_NOT_FOUND));
        seen.mustBe(reward.version());
        return reward;
    }

    /** Codes are the stock of their own pool; the budget has a counter of its own. */
    private void limit(Connection connection, Reward reward) throws SQLException {
        if (reward.kind() == RewardKind.VOUCHER_POOL) {
            pools.restock(connection, reward.id());
        } else if (reward.definition().stock() != null) {
            limits.define(reward.id(), Rewards.STOCK, reward.definition().stock());
        } else {
            limits.lift(reward.id());
        }
        if (reward.hasBudget()) {
            limits.define(Rewards.budget(reward.id()), Rewards.BUDGET, reward.definition().budgetPoints());
        } else {
            limits.lift(Rewards.budget(reward.id()));
        }
    }

    private void tell(String act, Reward reward) {
        RewardEvent event = new RewardEvent(PublicId.REWARD.format(reward.id()), reward.kind(), reward.points());
        Instant now = clock.now();
        outbox.write(new Event(ids.next(), Optional.empty(), 0, act, 1, json.write(event), now, now));
    }

    private void record(Caller by, String act, Reward reward) {
        audit.record(
                by,
                act,
                "reward",
                reward.id(),
                "version",
                String.valueOf(reward.version()),
                "name",
                reward.name().toString(),
                "definition",
                json.write(reward.definition()));
    }
}
