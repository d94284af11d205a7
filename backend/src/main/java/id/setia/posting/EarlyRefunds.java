package id.setia.posting;

import id.setia.kernel.SystemClock;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundState;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pairs a refund and its purchase that were put into the books at the very same moment, so that neither saw the other:
 * whoever is committed last looks once more. Refunds are remembered here, by this node, for as long as a purchase may be
 * under way; what is posted on different nodes the sweep pairs.
 */
@Singleton
class EarlyRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyRefunds.class);
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final PostingRounds rounds;
    private final Refunds refunds;
    private final RefundAnswers answers;
    private final SystemClock clock;
    private final Map<NaturalKey, Set<NaturalKey>> byPurchase = new ConcurrentHashMap<>();
    private final Queue<Early> inOrder = new ConcurrentLinkedQueue<>();

    /** A refund that began to wait for a purchase. */
    private record Early(NaturalKey purchase, Instant since) {}

    EarlyRefunds(PostingRounds rounds, Refunds refunds, RefundAnswers answers, SystemClock clock) {
        this.rounds = rounds;
        this.refunds = refunds;
        this.answers = answers;
        this.clock = clock;
    }

    /** What became of a refund that is committed, or sent again: applied, where its purchase came meanwhile. */
    PostedRefund after(PostedRefund posted) {
        Refund refund = posted.refund();
        if (refund.state() != RefundState.WAITING) {
            return posted;
        }
        NaturalKey key = refund.head().key();
        remember(key, refund);
        apply(key);
        return refunds.find(refund.id())
                .filter(found -> found.state() != RefundState.WAITING)
                .map(found -> new PostedRefund(
                        found,
                        posted.replayed(),
                        posted.replayed() ? answers.of(found).asReplay() : answers.of(found)))
                .orElse(posted);
    }

    private void remember(NaturalKey key, Refund refund) {
        Instant now = clock.now();
        refund.lines().stream().map(Refund.RefundLine::purchaseKey).distinct().forEach(purchase -> {
            byPurchase.merge(purchase, Set.of(key), EarlyRefunds::both);
            inOrder.add(new Early(purchase, now));
        });
        for (Early oldest = inOrder.peek();
                oldest != null && oldest.since().plus(UNDER_WAY).isBefore(now);
                oldest = inOrder.peek()) {
            inOrder.remove(oldest);
            byPurchase.remove(oldest.purchase());
        }
    }

    private static Set<NaturalKey> both(Set<NaturalKey> some, Set<NaturalKey> more) {
        Set<NaturalKey> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Applies what began to wait for purchases while these were put into the books; they are committed. */
    void after(Collection<NewPurchase> sales) {
        if (!byPurchase.isEmpty()) {
            sales.forEach(sale -> Optional.ofNullable(byPurchase.remove(sale.receipt().key()))
                    .ifPresent(waiting -> waiting.forEach(this::apply)));
        }
    }

    /** What cannot be done now is left to the sweep: both are in the books. */
    private void apply(NaturalKey key) {
        try {
            rounds.applyWaiting(key);
        } catch (RuntimeException fault) {
            LOG.warn("A refund waits for the sweep: {}", fault.toString());
        }
    }
}
