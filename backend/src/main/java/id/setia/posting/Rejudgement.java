package id.setia.posting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Judging again what a version of a rule judged; first tried, then done.
 *
 * @param boughtFrom only purchases from this moment on; empty for all
 * @param replacement the version judged by instead; empty for none
 * @param keepsGains whether members keep what they gained, and only gain
 * @param reason in words, for other staff
 * @param approvalId the request for a second person's yes, if it needed one
 * @param startedBy who had the points put right
 */
record Rejudgement(
        UUID id,
        UUID ruleId,
        int version,
        Optional<Instant> boughtFrom,
        Optional<Integer> replacement,
        boolean keepsGains,
        String reason,
        UUID trialJobId,
        Optional<UUID> correctionJobId,
        Optional<UUID> approvalId,
        UUID requestedBy,
        Instant requestedAt,
        Optional<UUID> startedBy,
        Optional<Instant> startedAt) {

    Rejudgement awaiting(UUID approval) {
        return new Rejudgement(
                id, ruleId, version, boughtFrom, replacement, keepsGains, reason, trialJobId, correctionJobId,
                Optional.of(approval), requestedBy, requestedAt, startedBy, startedAt);
    }

    Rejudgement started(UUID job, UUID by, Instant at) {
        return new Rejudgement(
                id, ruleId, version, boughtFrom, replacement, keepsGains, reason, trialJobId, Optional.of(job), approvalId,
                requestedBy, requestedAt, Optional.of(by), Optional.of(at));
    }
}
