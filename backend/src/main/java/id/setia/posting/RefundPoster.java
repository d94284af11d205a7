package id.setia.posting;

import id.setia.kernel.Problem;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The door for refunds: each takes back once and for ever, and may come before its purchase. */
@Singleton
public class RefundPoster {

    private final PostingLine line;
    private final PostingRounds rounds;
    private final Refunds refunds;
    private final EarlyRefunds early;

    RefundPoster(PostingLine line, PostingRounds rounds, Refunds refunds, EarlyRefunds early) {
        this.line = line;
        this.rounds = rounds;
        this.refunds = refunds;
        this.early = early;
    }

    /**
     * Takes back what a refund names; when one of its purchases has not come yet, the whole refund waits for it.
     *
     * @throws Problem {@code refund_conflict} when another refund stands under its key; {@code refund_exceeds_purchase}
     *     when it asks for more than is left; {@code try_again_later} when too much waits to be posted
     */
    public PostedRefund post(RefundRequest request) {
        return early.after(((Posted.Takeback) line.post(new Sent.Takeback(request, true))).refund());
    }

    /** The same for a refund of an import of the past, which is told of once, at its end; in a transaction of its own. */
    public PostedRefund postHistory(RefundRequest request) {
        return ((Posted.Takeback) rounds.postWhole(new Sent.Takeback(request, false))).refund();
    }

    /** Applies refunds whose purchases came at the very same moment, so that neither saw the other. */
    void pairWaiting(Instant now, int limit) {
        for (NaturalKey key : refunds.waiting(now, limit)) {
            rounds.applyWaiting(key);
        }
    }
}
