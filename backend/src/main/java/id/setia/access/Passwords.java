package id.setia.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Hashes and checks passwords by Argon2id (19 MiB, two passes, one lane), only so many at a time. */
@Singleton
public class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final long WAIT_SECONDS = 10;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** Made aside, for it takes long and is not needed before the first sign-in. */
    private final CompletableFuture<String> nobodysHash =
            CompletableFuture.supplyAsync(() -> hash(Hashes.randomToken()));

    /** The hash of a password, with its parameters and salt. */
    public String hash(String password) {
        return inPlace(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult());
    }

    /** Whether the password has the hash; takes as long where there is no hash to compare with. */
    public boolean verify(String password, Optional<String> hash) {
        String compared = hash.orElseGet(nobodysHash::join);
        boolean same = inPlace(() -> Password.check(normal(password), compared)
                .with(Argon2Function.getInstanceFromHash(compared)));
        return same && hash.isPresent();
    }

    /** The same text whatever keyboard composed it. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inPlace(Supplier<T> work) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
            }
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
