package id.setia.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of sending once.
 *
 * @param status of the answer, where there was one
 * @param failure empty when it was delivered
 * @param answer the beginning of the answer's body
 * @param retryAfter how long the receiver asks to wait
 */
record SendResult(OptionalInt status, Optional<SendFailure> failure, String answer, Optional<Duration> retryAfter) {

    private static final int GONE = 410;

    static SendResult failed(SendFailure failure) {
        return new SendResult(OptionalInt.empty(), Optional.of(failure), "", Optional.empty());
    }

    static SendResult answered(int status, String answer, Optional<Duration> retryAfter) {
        boolean good = status >= 200 && status < 300;
        return new SendResult(
                OptionalInt.of(status), good ? Optional.empty() : Optional.of(SendFailure.REFUSED), answer, retryAfter);
    }

    boolean delivered() {
        return failure.isEmpty();
    }

    /** Whether the receiver wants nothing any more. */
    boolean gone() {
        return status.isPresent() && status.getAsInt() == GONE;
    }
}
