package id.setia.rewards;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A voucher of a member.
 *
 * @param code sealed
 * @param poolPosition where an imported code stood in its pool; empty for a code made here
 * @param state as it is written; see {@link #stateAt}
 * @param withdrawnAt when it was withdrawn while it was used: it is not good again after that use
 */
public record Voucher(
        UUID id,
        UUID redemptionId,
        UUID memberId,
        UUID rewardId,
        UUID honouringPartnerId,
        byte[] codeHash,
        byte[] code,
        OptionalLong poolPosition,
        VoucherTerms terms,
        VoucherState state,
        Instant issuedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revealedAt,
        Optional<Instant> usedAt,
        Optional<Instant> withdrawnAt) {

    boolean imported() {
        return poolPosition.isPresent();
    }

    /** Its state at a moment: what has expired counts as expired, written or not. */
    public VoucherState stateAt(Instant moment) {
        boolean over = expiresAt.filter(end -> !end.isAfter(moment)).isPresent();
        return switch (state) {
            case ISSUED, REVEALED -> over ? VoucherState.EXPIRED : state;
            case USED, EXPIRED, CANCELLED -> state;
        };
    }

    /** Whether its code may still be thrown back: good, and no imported code that was shown. */
    boolean isReturnable(Instant moment) {
        return switch (stateAt(moment)) {
            case ISSUED -> true;
            case REVEALED -> !imported();
            case USED, EXPIRED, CANCELLED -> false;
        };
    }

    Voucher revealed(Instant now) {
        return with(VoucherState.REVEALED, expiresAt, Optional.of(revealedAt.orElse(now)), usedAt);
    }

    Voucher used(Instant now) {
        return with(VoucherState.USED, expiresAt, revealedAt, Optional.of(now));
    }

    /** Withdrawn while it is used. */
    Voucher withdrawn(Instant now) {
        return new Voucher(
                id, redemptionId, memberId, rewardId, honouringPartnerId, codeHash, code, poolPosition, terms, state, issuedAt,
                expiresAt, revealedAt, usedAt, Optional.of(withdrawnAt.orElse(now)));
    }

    /** Good again, until the later of its own end and the end of grace; cancelled where it was withdrawn meanwhile. */
    Voucher returned(Instant graceUntil) {
        if (withdrawnAt.isPresent()) {
            return with(VoucherState.CANCELLED, expiresAt, revealedAt, Optional.empty());
        }
        return with(
                VoucherState.REVEALED,
                expiresAt.map(end -> end.isAfter(graceUntil) ? end : graceUntil),
                Optional.of(revealedAt.or(() -> usedAt).orElse(issuedAt)),
                Optional.empty());
    }

    Voucher expired() {
        return with(VoucherState.EXPIRED, expiresAt, revealedAt, usedAt);
    }

    Voucher cancelled() {
        return with(VoucherState.CANCELLED, expiresAt, revealedAt, usedAt);
    }

    /** Cancelled, and its code somebody else's again. */
    Voucher cancelledWithoutCode(byte[] noCodesHash) {
        return new Voucher(
                id, redemptionId, memberId, rewardId, honouringPartnerId, noCodesHash, new byte[0], poolPosition, terms,
                VoucherState.CANCELLED, issuedAt, expiresAt, revealedAt, usedAt, withdrawnAt);
    }

    private Voucher with(
            VoucherState other, Optional<Instant> expiry, Optional<Instant> revealed, Optional<Instant> used) {
        return new Voucher(
                id, redemptionId, memberId, rewardId, honouringPartnerId, codeHash, code, poolPosition, terms, other, issuedAt,
                expiry, revealed, used, withdrawnAt);
    }
}
