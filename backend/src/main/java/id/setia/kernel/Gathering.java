package id.setia.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts that are cheaper done together. Callers put them in lanes; each lane has one writer, which at once takes what has
 * gathered there and never waits for more, so that a lone act waits for nobody. Where acts done together fail, each is done
 * alone, so that only the one to blame fails. Lines are bounded: who finds one full is asked to come again.
 */
public final class Gathering<A, R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final long LONGEST_WAIT_SECONDS = 15;
    private static final long LONGEST_WAIT_FOR_A_DOUBLE_SECONDS = 5;
    private static final long LONGEST_STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Rules<A> rules;
    private final Function<List<A>, List<Outcome<R>>> work;
    private final List<Lane> lanes;
    private final LongAdder rounds = new LongAdder();
    private final LongAdder actsDone = new LongAdder();
    private final LongAdder nanosWorked = new LongAdder();
    private final LongAdder nanosWaited = new LongAdder();

    /**
     * How acts go together.
     *
     * @param lanes how many lines and writers, 1 or more
     * @param most what is done together at most, in units of weight
     * @param room what waits in one lane at most, in units of weight
     * @param weight of an act, 1 or more; one heavier than {@code most} is done alone
     * @param company of a round that begins: asked about one act after the other, it says whether that one goes with those
     *     it let in before; one that does not waits, and all of its lane behind it
     * @param same whether two acts are one that was sent twice
     */
    public record Rules<A>(
            int lanes,
            int most,
            int room,
            ToIntFunction<A> weight,
            Supplier<Predicate<A>> company,
            BiPredicate<A, A> same) {

        /** Acts of which none is ever sent twice. */
        public Rules(int lanes, int most, int room, ToIntFunction<A> weight, Supplier<Predicate<A>> company) {
            this(lanes, most, room, weight, company, (one, other) -> false);
        }
    }

    /**
     * What was done since the start.
     *
     * @param rounds how often a writer took what was there
     * @param acts in all rounds together
     * @param worked how long all rounds together took
     * @param waited how long all acts together were in line before their round began
     */
    public record Figures(long rounds, long acts, Duration worked, Duration waited) {}

    private final class Waiting {
        private final A act;
        private final Lane lane;
        private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();
        private final long since = System.nanoTime();

        Waiting(A act, Lane lane) {
            this.act = act;
            this.lane = lane;
        }
    }

    /**
     * Starts the writers.
     *
     * @param name of the writers' threads
     * @param work does acts together, all or nothing but for those it says it refused, and answers for each in their order
     */
    public Gathering(String name, Rules<A> rules, Function<List<A>, List<Outcome<R>>> work) {
        this.rules = rules;
        this.work = work;
        this.lanes = IntStream.range(0, rules.lanes())
                .mapToObj(number -> new Lane(name + "-" + number))
                .toList();
        lanes.forEach(lane -> lane.writer.start());
    }

    /** The lane, from 0 to one less than there are, that acts of this kin wait in; the same for equal ones. */
    public int laneOf(Object kin) {
        return Math.floorMod(kin.hashCode() * 0x9E3779B9 >>> 7, lanes.size());
    }

    /**
     * Waits until the act is done, with whatever others.
     *
     * @param kin acts of equal kin are done in the order they came
     * @throws Problem {@code try_again_later} when too many wait, or it was not its turn for 15 seconds; {@code
     *     concurrent_request} when the same was sent before and was not done for 5 seconds; what the act itself throws. After a
     *     lost connection nobody knows whether it was done.
     */
    public R put(Object kin, A act) {
        return put(kin, act, LONGEST_WAIT_FOR_A_DOUBLE_SECONDS);
    }

    R put(Object kin, A act, long patienceSeconds) {
        return outcome(enter(laneOf(kin), act), patienceSeconds).get();
    }

    /**
     * Waits until acts in several lanes are done, at the same time. Each has an outcome of its own: one for which there is no
     * room is refused with {@code try_again_later} and leaves the others as they are.
     *
     * @param acts by their lanes
     */
    public Map<Integer, Outcome<R>> put(Map<Integer, A> acts) {
        Map<Integer, Waiting> entered = new TreeMap<>();
        Map<Integer, Outcome<R>> outcomes = new TreeMap<>();
        acts.forEach((lane, act) -> {
            try {
                entered.put(lane, enter(lane, act));
            } catch (Problem full) {
                outcomes.put(lane, new Outcome.Refused<>(full));
            }
        });
        entered.forEach((lane, waiting) -> outcomes.put(lane, outcome(waiting, LONGEST_WAIT_FOR_A_DOUBLE_SECONDS)));
        return outcomes;
    }

    private Waiting enter(int lane, A act) {
        Waiting waiting = new Waiting(act, lanes.get(lane));
        if (!waiting.lane.enter(waiting)) {
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        }
        return waiting;
    }

    private Outcome<R> outcome(Waiting waiting, long patienceSeconds) {
        try {
            return patient(waiting, patienceSeconds);
        } catch (TimeoutException late) {
            waiting.lane.leave(waiting);
            return new Outcome.Refused<>(Problem.of(ProblemCode.TRY_AGAIN_LATER));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            waiting.lane.leave(waiting);
            return new Outcome.Refused<>(Problem.of(ProblemCode.TRY_AGAIN_LATER));
        } catch (ExecutionException never) {
            throw new IllegalStateException(never.getCause());
        }
    }

    private Outcome<R> patient(Waiting waiting, long patienceSeconds)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return waiting.outcome.get(patienceSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException notYet) {
            if (waiting.lane.isBehindItsDouble(waiting) && waiting.lane.leave(waiting)) {
                return new Outcome.Refused<>(Problem.of(ProblemCode.CONCURRENT_REQUEST));
            }
            return waiting.outcome.get(LONGEST_WAIT_SECONDS - patienceSeconds, TimeUnit.SECONDS);
        }
    }

    /** What was done since the start. */
    public Figures figures() {
        return new Figures(
                rounds.sum(), actsDone.sum(), Duration.ofNanos(nanosWorked.sum()), Duration.ofNanos(nanosWaited.sum()));
    }

    /**
     * Whether hardly anything more can be put in line, or the first there has waited for seconds, however short the line: it
     * is kinder to say so before reading what would only wait too.
     */
    public boolean isCrowded() {
        return isCrowded(System.nanoTime());
    }

    boolean isCrowded(long nanoTime) {
        return waiting() * 10L > (long) rules.room() * lanes.size() * 9
                || lanes.stream().anyMatch(lane -> lane.waitsSince(nanoTime) > LONGEST_STANDSTILL_NANOS);
    }

    /** What waits in all lanes, in units of weight; what is being done is not counted. */
    public int waiting() {
        return lanes.stream().mapToInt(lane -> lane.weight).sum();
    }

    /** Lets the writers end once their lines are empty, and waits for it. */
    @Override
    public void close() {
        lanes.forEach(Lane::end);
        try {
            for (Lane lane : lanes) {
                lane.writer.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Outcome<R>> together(List<A> acts) {
        try {
            return work.apply(acts);
        } catch (RuntimeException spoilt) {
            if (acts.size() == 1 || Sql.passes(spoilt)) {
                return acts.stream().<Outcome<R>>map(act -> new Outcome.Refused<>(spoilt)).toList();
            }
            LOG.debug("{} acts could not be done together and are done one by one", acts.size(), spoilt);
            return acts.stream()
                    .map(act -> together(List.of(act)).getFirst())
                    .toList();
        }
    }

    private final class Lane {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition came = lock.newCondition();
        private final Deque<Waiting> line = new ArrayDeque<>();
        private final Thread writer;
        private volatile int weight;
        private volatile List<Waiting> beingDone = List.of();
        private boolean ending;

        Lane(String name) {
            writer = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        }

        boolean enter(Waiting waiting) {
            int heavier = rules.weight().applyAsInt(waiting.act);
            lock.lock();
            try {
                if (ending || weight > 0 && weight + heavier > rules.room()) {
                    return false;
                }
                weight += heavier;
                line.addLast(waiting);
                came.signal();
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** For how many nanoseconds the first in line has waited; 0 where there is none. */
        long waitsSince(long nanoTime) {
            lock.lock();
            try {
                return line.isEmpty() ? 0 : nanoTime - line.getFirst().since;
            } finally {
                lock.unlock();
            }
        }

        /** Steps out of the line; false, and without effect, for what is being done. */
        boolean leave(Waiting waiting) {
            lock.lock();
            try {
                boolean stood = line.remove(waiting);
                if (stood) {
                    weight -= rules.weight().applyAsInt(waiting.act);
                }
                return stood;
            } finally {
                lock.unlock();
            }
        }

        /** Whether the same act stands before it in line, or is being done. */
        boolean isBehindItsDouble(Waiting waiting) {
            lock.lock();
            try {
                return Stream.concat(beingDone.stream(), line.stream().takeWhile(other -> other != waiting))
                        .anyMatch(other -> other != waiting && rules.same().test(other.act, waiting.act));
            } finally {
                lock.unlock();
            }
        }

        void end() {
            lock.lock();
            try {
                ending = true;
                came.signal();
            } finally {
                lock.unlock();
            }
        }

        /** Whatever befalls a round, the next is done. */
        private void run() {
            boolean goesOn = true;
            while (goesOn) {
                try {
                    List<Waiting> next = take();
                    goesOn = !next.isEmpty();
                    if (goesOn) {
                        answer(next);
                    }
                } catch (Throwable fault) {
                    refuseFirst(fault);
                    LOG.error("A writer could not go on, and does", fault);
                }
            }
        }

        private void refuseFirst(Throwable fault) {
            lock.lock();
            try {
                Optional.ofNullable(line.peekFirst()).filter(this::leave).ifPresent(first -> refuse(List.of(first), fault));
            } finally {
                lock.unlock();
            }
        }

        private void refuse(List<Waiting> acts, Throwable fault) {
            RuntimeException why = new IllegalStateException(fault);
            acts.forEach(waiting -> waiting.outcome.complete(new Outcome.Refused<>(why)));
        }

        private void answer(List<Waiting> round) {
            try {
                List<Outcome<R>> outcomes = done(round);
                for (int index = 0; index < round.size(); index++) {
                    round.get(index).outcome.complete(outcomes.get(index));
                }
            } catch (Throwable fault) {
                refuse(round, fault);
                LOG.error("A writer could not answer", fault);
            }
        }

        private List<Outcome<R>> done(List<Waiting> round) {
            beingDone = round;
            long began = System.nanoTime();
            try {
                return together(round.stream().map(waiting -> waiting.act).toList());
            } finally {
                beingDone = List.of();
                count(round, began);
            }
        }

        private void count(List<Waiting> round, long began) {
            rounds.increment();
            actsDone.add(round.size());
            nanosWorked.add(System.nanoTime() - began);
            long waited = 0;
            for (Waiting each : round) {
                waited += began - each.since;
            }
            nanosWaited.add(waited);
        }

        /** What is done next; empty at the end. */
        private List<Waiting> take() {
            lock.lock();
            try {
                while (line.isEmpty()) {
                    if (ending) {
                        return List.of();
                    }
                    came.awaitUninterruptibly();
                }
                List<Waiting> taken = whoGoesTogether();
                taken.forEach(each -> line.removeFirst());
                weight -= taken.stream().mapToInt(each -> rules.weight().applyAsInt(each.act)).sum();
                return taken;
            } finally {
                lock.unlock();
            }
        }

        private List<Waiting> whoGoesTogether() {
            Predicate<A> company = rules.company().get();
            List<Waiting> together = new ArrayList<>();
            int sum = 0;
            for (Waiting next : line) {
                if (!goesAlong(next.act, together.isEmpty(), sum, company)) {
                    break;
                }
                sum += rules.weight().applyAsInt(next.act);
                together.add(next);
            }
            return together;
        }

        /** One that cannot be judged waits until it is the first, and then has nobody to blame but itself. */
        private boolean goesAlong(A next, boolean first, int sum, Predicate<A> company) {
            try {
                boolean tooMuch = !first && sum + rules.weight().applyAsInt(next) > rules.most();
                return !tooMuch && (company.test(next) || first);
            } catch (RuntimeException | Error fault) {
                if (first) {
                    throw fault;
                }
                return false;
            }
        }
    }
}
