package id.setia.tiers;

import id.setia.kernel.Epochs;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.program.Program;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to the ladder of tiers. */
@Singleton
public class TierLadder {

    private static final String EPOCH = "tier_ladder";

    private final Tiers tiers;
    private final LadderChanges changes;
    private final Transactions transactions;
    private final Epochs epochs;
    private final Epochs.Cached<Optional<Ladder>> known;

    TierLadder(Tiers tiers, LadderChanges changes, Transactions transactions, Epochs epochs) {
        this.tiers = tiers;
        this.changes = changes;
        this.transactions = transactions;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, this::read);
    }

    private Optional<Ladder> read() {
        return transactions.read(connection -> {
            List<Tier> all = tiers.all();
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Ladder(all, changes.policy(), tiers.removed()));
        });
    }

    /**
     * The ladder in force.
     *
     * @throws IllegalStateException before one was defined
     */
    public Ladder current() {
        return known.get().orElseThrow(() -> new IllegalStateException("no ladder of tiers has been defined yet"));
    }

    public boolean isDefined() {
        return known.get().isPresent();
    }

    /** Over how many months the figures go that members are told of. */
    public int months() {
        return known.get().map(Ladder::months).orElse(TierPolicy.CLASSIC.months());
    }

    /** What reaches a tier of the ladder in force. */
    public TierAmount threshold(Tier tier, Program program) {
        return TierAmount.of(current().policy().metric(), tier.threshold(), program);
    }

    /** Puts the tiers in place of those before, with the classic policy; standings are judged by them from the next run on. */
    public void define(List<Tier> ladder) {
        define(new Ladder(ladder));
    }

    void define(Ladder checked) {
        transactions.write(connection -> {
            epochs.advance(EPOCH);
            replace(checked, changes.version() + 1, Optional.empty());
            return null;
        });
        known.forget();
    }

    /**
     * The same for staff, in the running transaction, after which {@link #forget} is due.
     *
     * @param seen the version of the ladder that was changed
     * @return the ladder's new version
     */
    long change(Ladder ladder, Version seen, Optional<UUID> by) {
        epochs.advance(EPOCH);
        seen.mustBe(changes.version());
        replace(ladder, seen.number() + 1, by);
        return seen.number() + 1;
    }

    private void replace(Ladder ladder, long version, Optional<UUID> by) {
        tiers.replace(ladder.tiers());
        tiers.replaceRemoved(ladder.removed());
        changes.add(version, ladder, by);
    }

    /** Reads the ladder again at the next use; for the node that made a change, once it is committed. */
    void forget() {
        known.forget();
    }
}
