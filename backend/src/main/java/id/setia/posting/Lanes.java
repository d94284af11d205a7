package id.setia.posting;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps acts on one member, or on one receipt, in line before they ask for a connection: those who would only wait for the
 * member's row hold none meanwhile. Correctness does not depend on it; the row locks decide, also between nodes.
 */
@Singleton
class Lanes {

    private static final int COUNT = 256;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final ReentrantLock[] lanes =
            Stream.generate(() -> new ReentrantLock(true)).limit(COUNT).toArray(ReentrantLock[]::new);

    /**
     * Runs the act when its lane is free.
     *
     * @throws Problem {@code try_again_later} when it is not for five seconds
     */
    <T> T in(Object key, Supplier<T> act) {
        ReentrantLock lane = lanes[Math.floorMod(key.hashCode() * 0x9E3779B9, COUNT)];
        try {
            if (!lane.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        }
        try {
            return act.get();
        } finally {
            lane.unlock();
        }
    }
}
