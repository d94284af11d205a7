package id.setia.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords and PINs by Argon2id, on a few threads of its own: hashing takes
 * as long as a hundred statements, and would else keep the processors from requests that hold locks. Called outside every
 * transaction, so that who waits here keeps no connection.
 */
@Singleton
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Argon2Function argon2;
    private final long patienceNanos;
    private final ThreadPoolExecutor threads = threads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** Made aside, for it takes long and is not needed before the first sign-in. */
    private final CompletableFuture<String> nobodysHash;

    @Inject
    Passwords(PasswordCost cost) {
        this(cost, PATIENCE);
    }

    Passwords(PasswordCost cost, Duration patience) {
        this.argon2 = cost.function();
        this.patienceNanos = patience.toNanos();
        this.nobodysHash = CompletableFuture.supplyAsync(() -> hashed(Hashes.randomToken()));
    }

    private static ThreadPoolExecutor threads(int count) {
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("passwords-", 0).factory());
    }

    /**
     * The hash of a password, with its parameters and salt.
     *
     * @throws Problem {@code try_again_later} when too many wait, or it was not its turn for 3 seconds
     */
    public String hash(String password) {
        return inTurn(() -> hashed(password));
    }

    private String hashed(String password) {
        return Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult();
    }

    /**
     * Whether the password has the hash; takes as long where there is no hash to compare with.
     *
     * @throws Problem {@code try_again_later} when too many wait, or it was not its turn for 3 seconds
     */
    public boolean verify(String password, Optional<String> hash) {
        String compared = hash.orElseGet(nobodysHash::join);
        boolean same = inTurn(() -> Password.check(normal(password), compared)
                .with(Argon2Function.getInstanceFromHash(compared)));
        return same && hash.isPresent();
    }

    /** How many wait for their turn. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** The same text whatever keyboard composed it. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Whose turn comes late is asked to come again and costs nothing: otherwise everybody's would, once there are too many. */
    private <T> T inTurn(Supplier<T> work) {
        long since = System.nanoTime();
        try {
            return threads.submit(() -> System.nanoTime() - since > patienceNanos ? Optional.<T>empty() : Optional.of(work.get()))
                    .get()
                    .orElseThrow(() -> Problem.of(ProblemCode.TRY_AGAIN_LATER));
        } catch (RejectedExecutionException full) {
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        } catch (ExecutionException error) {
            throw new IllegalStateException(error.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
