package id.setia.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One attempt to deliver an event; also the row.
 *
 * @param number 1 for the first of the delivery
 * @param answer the beginning of the answer's body, without what looks like an e-mail address or a long number
 */
record Attempt(
        UUID deliveryId,
        int number,
        Instant at,
        OptionalInt status,
        Optional<SendFailure> failure,
        Duration took,
        String answer) {

    private static final int MOST_KEPT = 200;
    private static final int MOST_READ = 2_000;
    private static final Pattern PERSONAL = Pattern.compile("[^\\s\"'<>=:,;]+@[^\\s\"'<>,;]+|\\+?\\d(?:[ .-]?\\d){5,}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]+");

    static Attempt of(UUID deliveryId, int number, Instant at, Duration took, SendResult result) {
        return new Attempt(deliveryId, number, at, result.status(), result.failure(), took, kept(result.answer()));
    }

    private static String kept(String answer) {
        String begin = answer.length() > MOST_READ ? answer.substring(0, MOST_READ) : answer;
        String clean = UNPRINTABLE.matcher(PERSONAL.matcher(begin).replaceAll("•••")).replaceAll(" ").strip();
        int letters = clean.codePointCount(0, clean.length());
        return letters > MOST_KEPT ? clean.substring(0, clean.offsetByCodePoints(0, MOST_KEPT)) : clean;
    }
}
