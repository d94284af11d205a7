package id.setia.earning;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule, or a change of one, that is being written; also the row.
 *
 * @param ruleId the rule it changes; empty for a new one
 * @param code of the rule
 * @param startsAt when it is to begin; empty for as soon as possible
 * @param endsAt when the rule is to end; empty while open
 * @param statedPoints what its author expects it to cost a month
 * @param note in words, for who reviews it
 * @param estimate what it was expected to cost when its publication was asked for
 * @param publishedRuleId the rule it became a version of
 * @param version counted up with each change
 */
record RuleDraft(
        UUID id,
        Optional<UUID> ruleId,
        String code,
        RuleDraftState state,
        RuleDefinition definition,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        Optional<Long> statedPoints,
        String note,
        Optional<RuleEstimate> estimate,
        Optional<UUID> approvalId,
        Optional<UUID> publishedRuleId,
        Optional<Integer> publishedVersion,
        long version,
        Optional<UUID> createdBy,
        Instant createdAt,
        Optional<UUID> changedBy,
        Instant changedAt) {

    RuleDraft in(RuleDraftState next, Optional<UUID> by, Instant at) {
        return new RuleDraft(
                id, ruleId, code, next, definition, startsAt, endsAt, statedPoints, note, estimate, approvalId,
                publishedRuleId, publishedVersion, version + 1, createdBy, createdAt, by, at);
    }

    RuleDraft waiting(UUID approval, RuleEstimate expected, Optional<UUID> by, Instant at) {
        return new RuleDraft(
                id, ruleId, code, RuleDraftState.WAITING, definition, startsAt, endsAt, statedPoints, note,
                Optional.of(expected), Optional.of(approval), publishedRuleId, publishedVersion, version + 1, createdBy,
                createdAt, by, at);
    }

    RuleDraft published(UUID rule, int number, Optional<RuleEstimate> expected, Optional<UUID> by, Instant at) {
        return new RuleDraft(
                id, ruleId, code, RuleDraftState.PUBLISHED, definition, startsAt, endsAt, statedPoints, note,
                expected.or(() -> estimate), approvalId, Optional.of(rule), Optional.of(number), version + 1, createdBy,
                createdAt, by, at);
    }
}
