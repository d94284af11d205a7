package id.setia.approvals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that waits, or waited, for a second person's yes.
 *
 * @param kind which act it asks for
 * @param memberId whom it concerns; empty for what concerns no single member
 * @param content JSON of what is asked for, read by the act alone
 * @param note in the words of who decided
 */
public record Approval(
        UUID id,
        String kind,
        Optional<UUID> memberId,
        String content,
        ApprovalState state,
        UUID requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Optional<UUID> decidedBy,
        Optional<Instant> decidedAt,
        String note) {

    /** The same as it is at a moment: one that nobody answered in time has expired, written or not. */
    Approval at(Instant now) {
        return state == ApprovalState.WAITING && !now.isBefore(expiresAt)
                ? decided(ApprovalState.EXPIRED, Optional.empty(), expiresAt, "")
                : this;
    }

    Approval decided(ApprovalState as, Optional<UUID> by, Instant when, String why) {
        return new Approval(
                id, kind, memberId, content, as, requestedBy, requestedAt, expiresAt, by, Optional.of(when), why);
    }
}
