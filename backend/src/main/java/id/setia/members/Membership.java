package id.setia.members;

import java.time.Instant;
import java.util.Optional;

/**
 * How a membership stands.
 *
 * @param passwordSet whether the member has a password to prove themselves by
 */
record Membership(
        MemberState state, Optional<Freeze> freeze, Optional<Closing> closing, boolean passwordSet) {

    /**
     * Since when it is frozen.
     *
     * @param by {@code member} or {@code staff}
     */
    record Freeze(Instant at, String by) {}

    /**
     * That it is to end.
     *
     * @param by {@code member} or {@code staff}
     * @param finalAt when points lapse and contacts are released; until then everything stays
     */
    record Closing(Instant askedAt, String by, Instant finalAt) {}
}
