package id.setia.earning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a rule was stopped at once.
 *
 * @param version the one that ended it
 * @param at purchases from this moment on are not judged by it
 * @param reason in words, for other staff
 */
record RuleStop(UUID ruleId, int version, Instant at, String reason, Optional<UUID> by) {}
