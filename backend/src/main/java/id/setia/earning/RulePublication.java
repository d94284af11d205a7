package id.setia.earning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a rule and who published it.
 *
 * @param by the member of staff, empty for what the program was founded with
 */
record RulePublication(RuleVersion version, Optional<UUID> by, Instant at) {}
