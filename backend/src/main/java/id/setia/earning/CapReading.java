package id.setia.earning;

import id.setia.limits.LimitCounter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What capped rules have given to a member and in all, read along with other rows.
 *
 * @param counts by rule
 * @param asked the counters that were read
 * @param counters those of them that there are
 */
public record CapReading(Map<CapRows.Key, CapCounts> counts, Set<UUID> asked, Map<UUID, LimitCounter> counters) {}
