package id.setia.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests are in hand, and how soon they are answered. While answers are late, no more are let in than are answered
 * within the patience, by how many were of late (L = λW: J. D. C. Little, A Proof for the Queuing Formula, 1961): one more would
 * be done no sooner, and make all others later. While they are in time, everybody is let in, however sudden.
 */
@Singleton
final class Crowd {

    private static final int LOOKS_IN_PATIENCE = 4;

    /** What takes longer, such as sending a large file, is no sign of a crowd. */
    private static final int LONGEST_COUNTED = 4;

    private final long patienceNanos;
    private final int least;
    private final AtomicInteger inHand = new AtomicInteger();
    private final LongAdder answers = new LongAdder();
    private final LongAdder nanosToAnswer = new LongAdder();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long lookedAt;
    private volatile int most = Integer.MAX_VALUE;
    private double answersInPatience;
    private long standstill;

    @Inject
    Crowd(CrowdSettings settings) {
        this(settings, System.nanoTime());
    }

    Crowd(CrowdSettings settings, long nanoTime) {
        this.patienceNanos = settings.patience().toNanos();
        this.least = settings.least();
        this.lookedAt = nanoTime;
    }

    /** A thread begins, or waits to begin, to work for a request. */
    void comes() {
        inHand.incrementAndGet();
    }

    /** It has ended. */
    void goes() {
        inHand.decrementAndGet();
    }

    /** How many requests are in hand; those whose bodies are still on their way are not. */
    int inHand() {
        return inHand.get();
    }

    /** A request is answered that many nanoseconds after it came. */
    void answered(long nanos) {
        answers.increment();
        nanosToAnswer.add(Math.min(nanos, LONGEST_COUNTED * patienceNanos));
    }

    /** Whether one more is better turned away. */
    boolean isTooMuch() {
        return isTooMuch(System.nanoTime());
    }

    boolean isTooMuch(long nanoTime) {
        if (nanoTime - lookedAt >= patienceNanos / LOOKS_IN_PATIENCE && looking.compareAndSet(false, true)) {
            try {
                look(nanoTime);
            } finally {
                looking.set(false);
            }
        }
        return inHand.get() >= most;
    }

    private void look(long nanoTime) {
        long passed = nanoTime - lookedAt;
        long count = answers.sumThenReset();
        long nanos = nanosToAnswer.sumThenReset();
        double lately = count * (double) patienceNanos / passed;
        answersInPatience = passed > patienceNanos ? lately : (answersInPatience + lately) / 2;
        standstill = count == 0 && inHand.get() > 0 ? standstill + passed : 0;
        boolean late = count == 0 ? standstill > patienceNanos : nanos / count > patienceNanos / 2;
        most = late ? Math.max(least, (int) Math.round(answersInPatience)) : Integer.MAX_VALUE;
        lookedAt = nanoTime;
    }
}
