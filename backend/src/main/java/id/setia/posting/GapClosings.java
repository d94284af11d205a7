package id.setia.posting;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.partners.Terminal;
import id.setia.partners.TerminalKey;
import id.setia.partners.TerminalKeys;
import jakarta.inject.Singleton;

/**
 * The door by which staff say that batches of a till will never come. Their gap stays known as closed, and should one of them
 * come after all, it is taken as ever.
 */
@Singleton
class GapClosings {

    private final TerminalKeys keys;
    private final SignedBatchRows rows;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final BusinessClock clock;

    GapClosings(
            TerminalKeys keys, SignedBatchRows rows, Transactions transactions, AuditTrail audit, BusinessClock clock) {
        this.keys = keys;
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes a gap under a key that is in use no more; doing so again changes nothing.
     *
     * @throws Problem {@code signed_gap_not_found}, {@code signing_key_in_use}
     */
    void close(Caller by, Terminal terminal, CloseGapRequest request) {
        TerminalKey key = keys.all(terminal.id()).stream()
                .filter(each -> SignedEnvelope.kid(terminal.id(), each.number()).equals(request.kid()))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.SIGNED_GAP_NOT_FOUND));
        if (key.retiredAt().isEmpty()) {
            throw Problem.of(ProblemCode.SIGNING_KEY_IN_USE);
        }
        transactions.write(connection -> {
            rows.lock(connection, terminal.id(), key.number(), SignedEnvelope.beginning(key.publicKey()), clock.now());
            SignedGap gap = rows.gapFrom(connection, terminal.id(), key.number(), request.first())
                    .filter(found -> found.last() == request.last())
                    .orElseThrow(() -> Problem.of(ProblemCode.SIGNED_GAP_NOT_FOUND));
            if (gap.closing().isEmpty()) {
                var closing = new SignedGap.Closing(clock.now(), request.reason(), request.explanation());
                rows.closeGap(connection, terminal.id(), key.number(), gap.first(), closing);
                audit.record(
                        by, "terminal.gap_closed", "terminal", terminal.id(),
                        "kid", request.kid(),
                        "numbers", gap.first() + "-" + gap.last(),
                        "reason", request.reason().value());
            }
            return null;
        });
    }
}
