package id.setia.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes and checks passwords and PINs by Argon2id, on a few threads of its own: hashing takes
 * as long as a hundred statements, and would else keep the processors from requests that hold locks. Called outside every
 * transaction, so that who waits here keeps no connection.
 */
@Singleton
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITING = 256;

    private final Argon2Function argon2;
    private final ThreadPoolExecutor threads = threads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** Made aside, for it takes long and is not needed before the first sign-in. */
    private final CompletableFuture<String> nobodysHash;

    Passwords(PasswordCost cost) {
        this.argon2 = cost.function();
        this.nobodysHash = CompletableFuture.supplyAsync(() -> hash(Hashes.randomToken()));
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

    /** The hash of a password, with its parameters and salt. */
    public String hash(String password) {
        return inTurn(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult());
    }

    /** Whether the password has the hash; takes as long where there is no hash to compare with. */
    public boolean verify(String password, Optional<String> hash) {
        String compared = hash.orElseGet(nobodysHash::join);
        boolean same = inTurn(() -> Password.check(normal(password), compared)
                .with(Argon2Function.getInstanceFromHash(compared)));
        return same && hash.isPresent();
    }

    /** The same text whatever keyboard composed it. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            return threads.submit(work).get();
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
