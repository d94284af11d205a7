package id.setia.platform;

import id.setia.access.Passwords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

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
    private final IntSupplier aside;
    private final AtomicInteger begun = new AtomicInteger();
    private final LongAdder answers = new LongAdder();
    private final LongAdder nanosToAnswer = new LongAdder();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long lookedAt;
    private volatile int mostInHand = Integer.MAX_VALUE;
    private double answersInPatience;
    private long standstill;

    /** Those who wait for their password to be compared stand aside: that line has bounds of its own, and hinders nobody else. */
    @Inject
    Crowd(CrowdSettings settings, Passwords passwords) {
        this(settings, passwords::waiting, System.nanoTime());
    }

    Crowd(CrowdSettings settings, IntSupplier aside, long nanoTime) {
        this.patienceNanos = settings.patience().toNanos();
        this.least = settings.least();
        this.aside = aside;
        this.lookedAt = nanoTime;
    }

    /** A thread begins, or waits to begin, to work for a request. */
    void comes() {
        begun.incrementAndGet();
    }

    /** It has ended. */
    void goes() {
        begun.decrementAndGet();
    }

    /** How many requests are in hand; those whose bodies are still on their way are not, nor those who stand aside. */
    int inHand() {
        return Math.max(0, begun.get() - aside.getAsInt());
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
        if (isTimeToLook(nanoTime) && looking.compareAndSet(false, true)) {
            try {
                if (isTimeToLook(nanoTime)) {
                    look(nanoTime);
                }
            } finally {
                looking.set(false);
            }
        }
        return mostInHand < Integer.MAX_VALUE && inHand() >= mostInHand;
    }

    private boolean isTimeToLook(long nanoTime) {
        return nanoTime - lookedAt >= patienceNanos / LOOKS_IN_PATIENCE;
    }

    /** Nobody came for longer than the patience, where that much time has passed: what was before says nothing any more. */
    private void look(long nanoTime) {
        long passed = nanoTime - lookedAt;
        long count = answers.sumThenReset();
        long nanos = nanosToAnswer.sumThenReset();
        boolean stale = passed > patienceNanos;
        answersInPatience = stale ? 0 : (answersInPatience + count * (double) patienceNanos / passed) / 2;
        standstill = !stale && count == 0 && inHand() >= least ? standstill + passed : 0;
        boolean late = !stale && (count == 0 ? standstill > patienceNanos : nanos / count > patienceNanos / 2);
        mostInHand = late ? Math.max(least, (int) Math.round(answersInPatience)) : Integer.MAX_VALUE;
        lookedAt = nanoTime;
    }
}
