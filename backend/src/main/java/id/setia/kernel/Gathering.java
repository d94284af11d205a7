package id.setia.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts that are cheaper done together. Callers stand in one line; a free writer takes what has gathered there, and never waits
 * for more, so that a lone act waits for nobody: only while another writer does more than twice as much, it waits for half of that, for
 * a moment at most. Acts of the same kin are done in the order they came, never in two rounds at
 * the same time. Where acts done together fail, each is done alone, so that only the one to blame fails. The line is bounded:
 * who finds it full is asked to come again.
 */
public final class Gathering<A, R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final long LONGEST_WAIT_SECONDS = 15;
    private static final long LONGEST_WAIT_FOR_A_DOUBLE_SECONDS = 5;
    private static final long LONGEST_STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Rules<A> rules;
    private final Function<List<A>, List<Outcome<R>>> work;
    private final GatheringLine<A, Waiting> line;
    private final List<Thread> writers;
    private final LongAdder rounds = new LongAdder();
    private final LongAdder actsDone = new LongAdder();
    private final LongAdder nanosWorked = new LongAdder();
    private final LongAdder nanosWaited = new LongAdder();

    /**
     * How acts go together.
     *
     * @param writers how many rounds are done at the same time at most, 1 or more
     * @param most what is done together at most, in units of weight
     * @param room what waits in line at most, in units of weight
     * @param sharing from how much on it is shared out among the writers who are free, in units of weight
     * @param patience for how long somebody waits at most for a writer who is free, however much another does
     * @param weight of an act, 1 or more; one heavier than {@code most} is done alone
     * @param kin of an act: what it has in common with those that must not be done at the same time
     * @param company of a round that begins: asked about one act after the other, it says whether that one goes with those
     *     it let in before; one that does not waits, and all of its kin behind it
     * @param same whether two acts are one that was sent twice
     */
    public record Rules<A>(
            int writers,
            int most,
            int room,
            int sharing,
            Duration patience,
            ToIntFunction<A> weight,
            Function<A, Set<Object>> kin,
            Supplier<Predicate<A>> company,
            BiPredicate<A, A> same) {}

    /**
     * What was done since the start.
     *
     * @param rounds how often a writer took what was there
     * @param acts in all rounds together
     * @param worked how long all rounds together took
     * @param waited how long all acts together were in line before their round began
     */
    public record Figures(long rounds, long acts, Duration worked, Duration waited) {}

    private final class Waiting extends GatheringLine.Place<A> {
        private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();

        Waiting(A act) {
            super(act, rules.weight().applyAsInt(act), rules.kin().apply(act));
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
        this.line = new GatheringLine<>(rules);
        this.writers = IntStream.range(0, rules.writers())
                .mapToObj(number -> Thread.ofPlatform().name(name + "-" + number).daemon().start(this::write))
                .toList();
    }

    /**
     * Waits until the act is done, with whatever others.
     *
     * @throws Problem {@code try_again_later} when too many wait, or it was not done for 15 seconds; {@code concurrent_request}
     *     when the same was sent before and was not done for 5 seconds; what the act itself throws. What is late, or lost its
     *     connection, may be done all the same.
     */
    public R put(A act) {
        return put(act, LONGEST_WAIT_FOR_A_DOUBLE_SECONDS);
    }

    R put(A act, long patienceSeconds) {
        Waiting waiting = new Waiting(act);
        if (!line.enter(waiting)) {
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        }
        return outcome(waiting, patienceSeconds).get();
    }

    /**
     * Waits until all acts are done, in one round or in several. Each has an outcome of its own: one for which there is no room
     * is refused with {@code try_again_later} and leaves the others as they are.
     *
     * @return the outcomes, in the acts' order
     */
    public List<Outcome<R>> put(List<A> acts) {
        List<Waiting> places = acts.stream().map(Waiting::new).toList();
        List<Boolean> entered = places.stream().map(line::enter).toList();
        List<Outcome<R>> outcomes = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            outcomes.add(
                    entered.get(index)
                            ? outcome(places.get(index), LONGEST_WAIT_FOR_A_DOUBLE_SECONDS)
                            : new Outcome.Refused<>(Problem.of(ProblemCode.TRY_AGAIN_LATER)));
        }
        return outcomes;
    }

    private Outcome<R> outcome(Waiting waiting, long patienceSeconds) {
        try {
            return patient(waiting, patienceSeconds);
        } catch (TimeoutException late) {
            line.leave(waiting);
            return new Outcome.Refused<>(Problem.of(ProblemCode.TRY_AGAIN_LATER));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            line.leave(waiting);
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
            if (line.isBehindItsDouble(waiting) && line.leave(waiting)) {
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
        return waiting() * 10L > rules.room() * 9L || line.waitsSince(nanoTime) > LONGEST_STANDSTILL_NANOS;
    }

    /** What waits in line, in units of weight; what is being done is not counted. */
    public int waiting() {
        return line.weight();
    }

    /** Lets the writers end once the line is empty, and waits for it. */
    @Override
    public void close() {
        line.end();
        try {
            for (Thread writer : writers) {
                writer.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever befalls a round, the next is done. */
    private void write() {
        while (true) {
            try {
                List<Waiting> round = line.take();
                if (round.isEmpty()) {
                    return;
                }
                answer(round);
            } catch (Throwable fault) {
                LOG.error("A writer could not go on, and does", fault);
            }
        }
    }

    private void answer(List<Waiting> round) {
        try {
            List<Outcome<R>> outcomes = done(round);
            for (int index = 0; index < round.size(); index++) {
                round.get(index).outcome.complete(outcomes.get(index));
            }
        } catch (Throwable fault) {
            RuntimeException why = new IllegalStateException(fault);
            round.forEach(waiting -> waiting.outcome.complete(new Outcome.Refused<>(why)));
            throw fault;
        } finally {
            line.done(round);
        }
    }

    private List<Outcome<R>> done(List<Waiting> round) {
        long began = System.nanoTime();
        try {
            return together(round.stream().map(Waiting::act).toList());
        } finally {
            rounds.increment();
            actsDone.add(round.size());
            nanosWorked.add(System.nanoTime() - began);
            nanosWaited.add(round.stream().mapToLong(each -> began - each.since()).sum());
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
}
