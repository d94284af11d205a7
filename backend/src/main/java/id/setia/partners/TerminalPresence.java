package id.setia.partners;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a till is there.
 *
 * @param pairedAt when it got the credential it has
 * @param lastSeenAt the minute of its last call, with whichever credential
 */
record TerminalPresence(Optional<Instant> pairedAt, Optional<Instant> lastSeenAt) {

    static final TerminalPresence NONE = new TerminalPresence(Optional.empty(), Optional.empty());

    TerminalPresence with(Optional<Instant> paired, Optional<Instant> seen) {
        return new TerminalPresence(later(pairedAt, paired), later(lastSeenAt, seen));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.filter(moment -> other.map(moment::isAfter).orElse(true)).or(() -> other);
    }
}
