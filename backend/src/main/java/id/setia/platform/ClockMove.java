package id.setia.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of a sandbox's business clock.
 *
 * @param from where the clock stood
 * @param to where it goes
 * @param finished whether it came there and all that fell due on the way is done
 */
record ClockMove(UUID id, Instant from, Instant to, boolean finished) {}
