package id.setia.earning;

import id.setia.kernel.Batch;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.limits.LimitDesk;
import id.setia.limits.Limits;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to what capped rules have given: to each member in the periods of their caps, and in all of their budgets.
 * Counted in order of arrival, by the programme's day of the purchase.
 */
@Singleton
public class RuleCaps {

    private final Transactions transactions;
    private final Limits limits;

    RuleCaps(Transactions transactions, Limits limits) {
        this.transactions = transactions;
        this.limits = limits;
    }

    /**
     * Opens a desk for one transaction, for when the sheaf is read, to which it adds what was given to the members where any
     * rule is capped for each. Budgets are read, and locked, when a rule that has one is for a purchase.
     *
     * @param members all of the transaction, locked
     * @param uses by rule the counter of the purchases it may serve in all, where somebody counts them
     */
    public Desk desk(RuleBook book, Collection<UUID> members, Map<UUID, UUID> uses, Sheaf sheaf) {
        return new Desk(book, uses, book.capsMembers() ? CapRows.read(members, sheaf) : new HashMap<>());
    }

    /**
     * Adds what capped rules have given to a member and in all to the sheaf; known once that is read.
     *
     * @param uses counters of the purchases that rules may serve in all
     */
    public CapReading read(RuleBook book, UUID memberId, Set<UUID> uses, Sheaf sheaf) {
        Set<UUID> asked = new HashSet<>(book.budgeted());
        asked.addAll(uses);
        return new CapReading(CapRows.read(List.of(memberId), sheaf), asked, limits.read(asked, sheaf));
    }

    /** Opens a desk to try things on, with what was read before: nothing is locked, and nothing may be written. */
    public Desk desk(RuleBook book, Map<UUID, UUID> uses, CapReading read) {
        Desk desk = new Desk(book, uses, read.counts());
        if (read.asked().containsAll(book.budgeted()) && read.asked().containsAll(uses.values())) {
            desk.budgets = Optional.of(Limits.asTheyStood(read.counters()));
        }
        return desk;
    }

    /** Adds what one member used of caps to another's, both locked; what the first used stays with them too. */
    public void merge(Batch batch, UUID from, UUID to) {
        Sheaf sheaf = new Sheaf();
        Map<CapRows.Key, CapCounts> counts = CapRows.read(List.of(from, to), sheaf);
        transactions.read(sheaf);
        counts.forEach((key, used) -> {
            if (key.member().equals(from)) {
                CapRows.Key other = new CapRows.Key(to, key.rule());
                CapRows.add(batch, other, counts.getOrDefault(other, CapCounts.NONE).plus(used));
            }
        });
    }

    /** The caps of one transaction. */
    public final class Desk {

        private final RuleBook book;
        private final Map<UUID, UUID> uses;
        private final Map<CapRows.Key, CapCounts> counts;
        private final Set<CapRows.Key> changed = new HashSet<>();
        private Optional<LimitDesk> budgets = Optional.empty();

        private Desk(RuleBook book, Map<UUID, UUID> uses, Map<CapRows.Key, CapCounts> counts) {
            this.book = book;
            this.uses = uses;
            this.counts = counts;
        }

        /**
         * What the capped ones of the rules that are for the purchase may still give, by rule.
         *
         * @param day of the purchase, in the programme's time
         */
        public Map<UUID, Ceiling> ceilings(
                UUID member, LocalDate day, List<RuleVersion> versions, Occasion occasion, List<JudgedLine> lines) {
            Map<UUID, Ceiling> ceilings = new HashMap<>();
            for (RuleVersion version : versions) {
                RuleDefinition definition = version.definition();
                if ((definition.caps() != null || uses.containsKey(version.ruleId()))
                        && Matching.refusal(version, occasion).isEmpty()
                        && !Matching.lines(definition.conditions(), lines).isEmpty()) {
                    ceiling(member, day, version).ifPresent(ceiling -> ceilings.put(version.ruleId(), ceiling));
                }
            }
            return ceilings;
        }

        private Optional<Ceiling> ceiling(UUID member, LocalDate day, RuleVersion version) {
            if (uses.containsKey(version.ruleId()) && budgets().left(uses.get(version.ruleId())) == 0) {
                return Optional.of(new Ceiling(0, CapKind.BUDGET));
            }
            Caps caps = version.definition().ofCaps();
            CapCounts used = caps.perMember().isEmpty() ? CapCounts.NONE : counts(member, version.ruleId());
            return caps.ceiling(used, day, () -> budgets().left(version.ruleId()));
        }

        /** Counts what a purchase gave. */
        public void gave(UUID member, LocalDate day, List<RuleOutcome> outcomes) {
            outcomes.stream()
                    .filter(outcome -> outcome.points() > 0)
                    .forEach(outcome -> count(member, day, outcome, outcome.points(), 1));
        }

        /**
         * Gives back what was taken of a purchase, for later purchases.
         *
         * @param taken with negative points
         * @param standing what is left of it, rule by rule
         */
        public void tookBack(UUID member, LocalDate day, List<RuleOutcome> taken, List<RuleOutcome> standing) {
            Set<UUID> still = new HashSet<>();
            standing.stream().filter(outcome -> outcome.points() > 0).forEach(outcome -> still.add(outcome.rule()));
            taken.stream()
                    .filter(outcome -> outcome.points() < 0)
                    .forEach(outcome ->
                            count(member, day, outcome, outcome.points(), still.contains(outcome.rule()) ? 0 : -1));
        }

        /**
         * Counts that other points stand for a purchase now.
         *
         * @param before what stood, rule by rule
         * @param after what stands
         */
        public void putRight(UUID member, LocalDate day, List<RuleOutcome> before, List<RuleOutcome> after) {
            Map<UUID, Long> stood = new HashMap<>();
            before.forEach(outcome -> stood.put(outcome.rule(), outcome.points()));
            after.forEach(outcome -> {
                long points = Optional.ofNullable(stood.remove(outcome.rule())).orElse(0L);
                count(member, day, outcome, outcome.points() - points, Long.signum(outcome.points()) - Long.signum(points));
            });
            before.stream()
                    .filter(outcome -> stood.containsKey(outcome.rule()))
                    .forEach(outcome -> count(member, day, outcome, -outcome.points(), -Long.signum(outcome.points())));
        }

        private void count(UUID member, LocalDate day, RuleOutcome outcome, long points, long times) {
            Caps caps = book.version(outcome.rule(), outcome.version())
                    .map(version -> version.definition().ofCaps())
                    .orElse(Caps.NONE);
            if (!caps.perMember().isEmpty() && (points != 0 || times != 0)) {
                CapRows.Key key = new CapRows.Key(member, outcome.rule());
                counts.put(key, counts(member, outcome.rule()).plus(day, points, times));
                changed.add(key);
            }
            if (uses.containsKey(outcome.rule())) {
                countUse(uses.get(outcome.rule()), times);
            }
            if (caps.budget() != null && points > 0) {
                budgets().takeUpTo(outcome.rule(), points);
            } else if (caps.budget() != null && points < 0) {
                budgets().giveBack(outcome.rule(), -points);
            }
        }

        private void countUse(UUID counter, long times) {
            if (times > 0) {
                budgets().takeUpTo(counter, times);
            } else if (times < 0) {
                budgets().giveBack(counter, -times);
            }
        }

        private CapCounts counts(UUID member, UUID rule) {
            return counts.getOrDefault(new CapRows.Key(member, rule), CapCounts.NONE);
        }

        /** Every counter that any purchase of the transaction may need, locked at once. */
        private LimitDesk budgets() {
            if (budgets.isEmpty()) {
                Set<UUID> counters = new HashSet<>(book.budgeted());
                counters.addAll(uses.values());
                budgets = Optional.of(transactions.read(connection -> limits.lock(connection, counters)));
            }
            return budgets.get();
        }

        /** Adds the rows of everything counted. */
        public void write(Batch batch) {
            changed.forEach(key -> CapRows.add(batch, key, counts.get(key)));
            changed.clear();
            budgets.ifPresent(desk -> desk.write(batch));
        }
    }
}
