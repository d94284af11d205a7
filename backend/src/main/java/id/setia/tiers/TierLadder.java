package id.setia.tiers;

import id.setia.kernel.Epochs;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/** The door to the ladder of tiers. */
@Singleton
public class TierLadder {

    private static final String EPOCH = "tier_ladder";

    private final Tiers tiers;
    private final Transactions transactions;
    private final Epochs epochs;
    private final Epochs.Cached<List<Tier>> known;

    TierLadder(Tiers tiers, Transactions transactions, Epochs epochs) {
        this.tiers = tiers;
        this.transactions = transactions;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, tiers::all);
    }

    /**
     * The ladder in force.
     *
     * @throws IllegalStateException before one was defined
     */
    public Ladder current() {
        if (!isDefined()) {
            throw new IllegalStateException("no ladder of tiers has been defined yet");
        }
        return new Ladder(known.get());
    }

    public boolean isDefined() {
        return !known.get().isEmpty();
    }

    /** Puts the tiers in place of those before; standings are judged by them from the next run on. */
    public void define(List<Tier> ladder) {
        Ladder checked = new Ladder(ladder);
        transactions.write(connection -> {
            tiers.replace(checked.tiers());
            epochs.advance(EPOCH);
            return null;
        });
        known.forget();
    }
}
