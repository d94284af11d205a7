package id.setia.tiers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A ladder that was put in place of the one before.
 *
 * @param by the member of staff, empty for what the program was founded with
 */
record LadderChange(long version, List<Tier> tiers, TierPolicy policy, Optional<UUID> by, Instant at) {}
