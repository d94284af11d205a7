package id.setia.points;

import id.setia.kernel.Feed;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Lease;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Leases;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Seals what the ledger has written: members in the order of the feed, then those whose ledger moved without an event (an
 * expiry written by the sweep, points of an import), and once, from the first seal on, everybody who was there before. One
 * node at a time; each seal is one transaction of its own, so that a run that ends anywhere goes on where it was.
 */
@Singleton
class Sealer {

    private static final String LEASE = "seal";
    private static final Duration HELD_FOR = Duration.ofMinutes(2);
    private static final int EVENTS = 5_000;
    private static final int MEMBERS = 1_000;

    /** A rule version is visible this long after its time at the latest; one that comes later with an older time is no true one. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    private final UUID self;
    private final SealKey key;
    private final SealRows rows;
    private final SealedRules rules;
    private final Feed feed;
    private final Leases leases;
    private final Transactions transactions;
    private final SystemClock clock;
    private Optional<Lease> lease = Optional.empty();

    Sealer(
            IdMaker ids,
            SealKey key,
            SealRows rows,
            SealedRules rules,
            Feed feed,
            Leases leases,
            Transactions transactions,
            SystemClock clock) {
        this.self = ids.next();
        this.key = key;
        this.rows = rows;
        this.rules = rules;
        this.feed = feed;
        this.leases = leases;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Step(Seal seal, boolean more) {}

    /**
     * Seals everything there is, at least once.
     *
     * @return the last seal; nothing where another node is at it
     */
    synchronized Optional<Seal> seal() {
        if (lease.isEmpty()) {
            lease = leases.take(LEASE, self, HELD_FOR);
        }
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            Step step;
            do {
                step = transactions.write(this::step);
            } while (step.more());
            return Optional.of(step.seal());
        } catch (LeaseLost lost) {
            lease = Optional.empty();
            return Optional.empty();
        }
    }

    private Step step(Connection connection) throws SQLException {
        leases.renew(connection, lease.orElseThrow(), HELD_FOR);
        Seal before = rows.last(connection);
        Feed.Concerned events = feed.concerned(before.feedPosition(), EVENTS);
        Map<UUID, UUID> waiting = SealRows.waiting(connection, MEMBERS);
        List<UUID> walk = before.walked()
                ? List.of()
                : LedgerReads.accountsAfter(connection, before.walkedTo().orElse(new UUID(0, 0)), MEMBERS);
        SealStep step = new SealStep(connection, key, rows, before);
        boolean whole = seal(step, members(events, waiting, walk));
        if (whole) {
            SealRows.waitNoMore(connection, waiting.keySet());
        }
        Seal seal = next(connection, before, step, whole, events, walk);
        rows.insert(connection, seal);
        boolean full = events.events() == EVENTS || waiting.size() == MEMBERS || walk.size() == MEMBERS;
        return new Step(seal, !whole || full);
    }

    private static Set<UUID> members(Feed.Concerned events, Map<UUID, UUID> waiting, List<UUID> walk) {
        Set<UUID> members = new LinkedHashSet<>(events.members());
        members.addAll(waiting.values());
        members.addAll(walk);
        return members;
    }

    private static boolean seal(SealStep step, Set<UUID> members) throws SQLException {
        List<UUID> all = new ArrayList<>(members);
        for (int from = 0; from < all.size(); from += SealStep.MEMBERS_AT_ONCE) {
            if (!step.seal(all.subList(from, Math.min(from + SealStep.MEMBERS_AT_ONCE, all.size())))) {
                return false;
            }
        }
        return true;
    }

    private Seal next(
            Connection connection,
            Seal before,
            SealStep step,
            boolean whole,
            Feed.Concerned events,
            List<UUID> walk)
            throws SQLException {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        Instant rulesUntil = before.rulesUntil().isAfter(now.minus(SETTLED)) ? before.rulesUntil() : now.minus(SETTLED);
        SealSum[] ruleSum = {before.ruleSum()};
        rules.forEach(connection, before.rulesUntil(), rulesUntil, version -> {
            SealSum code = key.rule(rules.table(), version);
            step.content().add(code.bytes());
            ruleSum[0] = ruleSum[0].plus(code);
        });
        boolean walked = before.walked() || whole && walk.size() < MEMBERS;
        Optional<UUID> walkedTo = whole && !walk.isEmpty() ? Optional.of(walk.getLast()) : before.walkedTo();
        return new Seal(
                        before.number() + 1, now, whole ? events.until() : before.feedPosition(), walkedTo,
                        walked, rulesUntil, step.members(), step.transactions(), step.violations(), step.content().end(),
                        step.memberSum(), ruleSum[0], new byte[0])
                .coded(before.code(), key);
    }
}
