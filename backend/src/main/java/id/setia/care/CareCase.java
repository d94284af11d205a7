package id.setia.care;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a member reported.
 *
 * @param outcome empty until it was answered for the first time
 * @param purchaseId the purchase found to be meant
 * @param points what the member got by it, 0 while nothing
 * @param waitingSince when the member last had the word
 */
record CareCase(
        UUID id,
        UUID memberId,
        CaseKind kind,
        CaseState state,
        Optional<CaseOutcome> outcome,
        ClaimedReceipt receipt,
        Optional<UUID> purchaseId,
        long points,
        long version,
        Instant openedAt,
        Instant waitingSince,
        Optional<Instant> answeredAt) {

    static CareCase opened(UUID id, UUID memberId, ClaimedReceipt receipt, Instant now) {
        return new CareCase(
                id, memberId, CaseKind.MISSING_POINTS, CaseState.OPEN, Optional.empty(), receipt, Optional.empty(), 0, 1,
                now, now, Optional.empty());
    }

    boolean isOpen() {
        return state == CaseState.OPEN;
    }

    /** Settled: the purchase gives its points to the member. */
    CareCase granted(Optional<UUID> purchase, long given, Instant now) {
        return answered(CaseOutcome.GRANTED, purchase, given, now);
    }

    CareCase declined(Instant now) {
        return answered(CaseOutcome.DECLINED, purchaseId, points, now);
    }

    private CareCase answered(CaseOutcome how, Optional<UUID> purchase, long given, Instant now) {
        return new CareCase(
                id, memberId, kind, CaseState.ANSWERED, Optional.of(how), receipt, purchase, given, version + 1, openedAt,
                waitingSince, Optional.of(now));
    }

    /** The member has said something more. */
    CareCase again(Instant now) {
        return new CareCase(
                id, memberId, kind, CaseState.OPEN, outcome, receipt, purchaseId, points, version + 1, openedAt,
                isOpen() ? waitingSince : now, answeredAt);
    }
}
