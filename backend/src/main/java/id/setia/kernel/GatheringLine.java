package id.setia.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line of a {@link Gathering}: who stands in it, what is being done, and what a free writer takes. */
final class GatheringLine<A, P extends GatheringLine.Place<A>> {

    private static final Logger LOG = LoggerFactory.getLogger(GatheringLine.class);
    /** What waits is enough for another round when it is at least one part in so many of the heaviest that is being done. */
    private static final int ENOUGH = 2;

    private final Gathering.Rules<A> rules;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final SequencedSet<P> line = new LinkedHashSet<>();
    private final Set<Object> busyKin = new HashSet<>();
    private final List<List<P>> rounds = new ArrayList<>();
    /** The weight of the heaviest of them. */
    private int heaviest;

    private volatile int weight;
    /** How much of it nothing but its smallness keeps from being done, as far as is known. */
    private int ready;

    private boolean ending;

    /** Somebody's place in line. */
    abstract static class Place<A> {
        final A act;
        final int weight;
        final Set<Object> kin;
        private final long since = System.nanoTime();

        Place(A act, int weight, Set<Object> kin) {
            this.act = act;
            this.weight = weight;
            this.kin = kin;
        }

        final A act() {
            return act;
        }

        /** When it came, in the nanoseconds of {@link System#nanoTime}. */
        final long since() {
            return since;
        }
    }

    GatheringLine(Gathering.Rules<A> rules) {
        this.rules = rules;
    }

    /** Stands in line; false when there is no room, or it is closed. */
    boolean enter(P place) {
        lock.lock();
        try {
            if (ending || weight > 0 && weight + place.weight > rules.room()) {
                return false;
            }
            weight += place.weight;
            line.addLast(place);
            if (Collections.disjoint(busyKin, place.kin)) {
                boolean first = ready == 0;
                ready += place.weight;
                if (first || isEnough(ready)) {
                    came.signal();
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What stands in line, in units of weight. */
    int weight() {
        return weight;
    }

    /** For how many nanoseconds the first in line has waited; 0 where there is none. */
    long waitsSince(long nanoTime) {
        lock.lock();
        try {
            return line.isEmpty() ? 0 : nanoTime - line.getFirst().since();
        } finally {
            lock.unlock();
        }
    }

    /** Steps out of the line; false for what stands there no more, since it is being done or was done. */
    boolean leave(P place) {
        lock.lock();
        try {
            if (!line.remove(place)) {
                return false;
            }
            weight -= place.weight;
            came.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it stands in line behind the same act, or while that is being done. */
    boolean isBehindItsDouble(P place) {
        lock.lock();
        try {
            return line.contains(place)
                    && Stream.concat(
                                    rounds.stream().flatMap(List::stream),
                                    line.stream().takeWhile(other -> other != place))
                            .anyMatch(other -> rules.same().test(other.act(), place.act()));
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more. */
    void end() {
        lock.lock();
        try {
            ending = true;
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a round that is worth it, which begins; empty at the end. */
    List<P> take() {
        long free = System.nanoTime();
        lock.lock();
        try {
            while (!ending || !line.isEmpty()) {
                List<P> round = gathered();
                if (!round.isEmpty() && (isEnough(weightOf(round)) || patience(round, free) <= 0)) {
                    begin(round);
                    return round;
                }
                rest(round, free);
            }
            came.signalAll();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** That a round is done. */
    void done(List<P> round) {
        lock.lock();
        try {
            rounds.removeIf(each -> each == round);
            heaviest = rounds.stream().mapToInt(each -> weightOf(each)).max().orElse(0);
            round.forEach(place -> busyKin.removeAll(place.kin));
        } finally {
            lock.unlock();
        }
    }

    /** What could be done now, in the order it came. */
    private List<P> gathered() {
        List<P> round = new ArrayList<>();
        Predicate<A> company = rules.company().get();
        Set<Object> roundKin = new HashSet<>();
        Set<Object> waitingKin = new HashSet<>();
        int share = share();
        int sum = 0;
        ready = weight;
        for (P next : line) {
            if (sum >= rules.most()) {
                break;
            }
            boolean free = Collections.disjoint(busyKin, next.kin) && Collections.disjoint(waitingKin, next.kin);
            boolean shared = sum < share || !Collections.disjoint(roundKin, next.kin);
            boolean fits = round.isEmpty() || shared && sum + next.weight <= rules.most();
            if (free && fits && (company.test(next.act) || round.isEmpty())) {
                round.add(next);
                roundKin.addAll(next.kin);
                sum += next.weight;
            } else {
                waitingKin.addAll(next.kin);
                ready -= free ? 0 : next.weight;
            }
        }
        return round;
    }

    /** How much is taken, but for what is kin to it, so that writers who are free too have their part, if it is enough for one. */
    private int share() {
        int free = rules.writers() - rounds.size();
        return weight < rules.sharing() ? rules.most() : Math.max(Math.ceilDiv(weight, free), Math.ceilDiv(heaviest, ENOUGH));
    }

    /** Whether it is not too little beside what is being done: a round costs something whatever it holds. */
    private boolean isEnough(int gathered) {
        return ENOUGH * gathered >= heaviest;
    }

    private void begin(List<P> round) {
        int begun = weightOf(round);
        round.forEach(line::remove);
        round.forEach(place -> busyKin.addAll(place.kin));
        rounds.add(round);
        heaviest = Math.max(heaviest, begun);
        weight -= begun;
        ready -= begun;
        if (ready > 0) {
            came.signal();
        }
    }

    /** Until something changes, or the first of what there is has waited for long. Nobody interrupts a writer. */
    private void rest(List<P> round, long free) {
        if (round.isEmpty()) {
            came.awaitUninterruptibly();
            return;
        }
        try {
            came.awaitNanos(patience(round, free));
        } catch (InterruptedException early) {
            LOG.warn("A writer was woken", early);
        }
    }

    /** For how many more nanoseconds the first of what there is waits for a writer who is free since then. */
    private long patience(List<P> round, long free) {
        return rules.patience().toNanos() - (System.nanoTime() - later(round.getFirst().since(), free));
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static <P extends Place<?>> int weightOf(List<P> round) {
        return round.stream().mapToInt(place -> place.weight).sum();
    }
}
