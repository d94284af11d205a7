package id.setia.posting;

import id.setia.kernel.Gathering;
import id.setia.kernel.Pool;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Where what tills send waits to be posted, together with whatever else has come by then. */
@Singleton
public class PostingLine {

    private final Gathering<Sent, Posted> gathering;
    private final Transactions transactions;

    PostingLine(PostingRounds rounds, PostingLineSettings settings, Transactions transactions) {
        this.transactions = transactions;
        this.gathering = new Gathering<>(
                "posting",
                new Gathering.Rules<>(
                        settings.lanes(),
                        settings.together(),
                        settings.waiting(),
                        Sent::size,
                        SentTogether::new),
                sent -> Pool.POSTING.during(() -> rounds.post(sent)));
    }

    /**
     * Posts, and comes back when it is in the books for good.
     *
     * @throws Problem {@code try_again_later} when too much waits, and whatever refuses a refund
     */
    Posted post(Sent sent) {
        if (transactions.isRunning()) {
            throw new IllegalStateException("who holds a connection does not wait in line for another");
        }
        return gathering.put(sent.lane(), sent);
    }

    /** Whether so much waits that more is better turned away at the door. */
    public boolean isCrowded() {
        return gathering.isCrowded();
    }

    @PreDestroy
    void end() {
        gathering.close();
    }
}
