package id.setia.posting;

import id.setia.kernel.Gathering;
import id.setia.kernel.Outcome;
import id.setia.kernel.Pool;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where what tills send waits to be posted, together with whatever else has come by then. */
@Singleton
public class PostingLine {

    /** Fewer purchases than this go to one writer: a round costs as much as a dozen of them, whatever it holds. */
    private static final int WORTH_SHARING = 20;

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
                        SentTogether::new,
                        Sent::isSameAs),
                sent -> Pool.POSTING.during(() -> rounds.post(sent)));
    }

    /**
     * Posts, and comes back when it is in the books for good.
     *
     * @throws Problem {@code try_again_later} when too much waits, and whatever refuses a refund
     */
    Posted post(Sent sent) {
        return put(Map.of(gathering.laneOf(sent.kin()), sent)).values().iterator().next().get();
    }

    private Map<Integer, Outcome<Posted>> put(Map<Integer, Sent> shares) {
        if (transactions.isRunning()) {
            throw new IllegalStateException("who holds a connection does not wait in line for another");
        }
        return gathering.put(shares);
    }

    /**
     * Posts many purchases, each answered by itself. They are shared out among the writers by their members, so that the writers
     * do not wait for each other; those that name one member alike are posted in the order given. Receipts sent twice in one go
     * stay together, and so do few of them.
     */
    List<Outcome<PostedPurchase>> post(List<NewPurchase> sales) {
        boolean together = sales.size() < WORTH_SHARING || hasTwins(sales);
        Map<Integer, List<Integer>> places = new TreeMap<>();
        for (int place = 0; place < sales.size(); place++) {
            int lane = gathering.laneOf(Sent.kin(sales.get(together ? 0 : place)));
            places.computeIfAbsent(lane, one -> new ArrayList<>()).add(place);
        }
        Map<Integer, Sent> shares = new TreeMap<>();
        places.forEach((lane, of) ->
                shares.put(lane, new Sent.Sales(of.stream().map(sales::get).toList())));
        return inOrder(places, put(shares), sales.size());
    }

    private static List<Outcome<PostedPurchase>> inOrder(
            Map<Integer, List<Integer>> places, Map<Integer, Outcome<Posted>> shares, int size) {
        List<Outcome<PostedPurchase>> outcomes = new ArrayList<>(Collections.nCopies(size, null));
        shares.forEach((lane, share) -> {
            for (int index = 0; index < places.get(lane).size(); index++) {
                outcomes.set(places.get(lane).get(index), switch (share) {
                    case Outcome.Done<Posted> done -> ((Posted.Sales) done.result()).sales().get(index);
                    case Outcome.Refused<Posted> refused -> new Outcome.Refused<>(refused.why());
                });
            }
        });
        return outcomes;
    }

    private static boolean hasTwins(List<NewPurchase> sales) {
        return sales.stream().map(sale -> sale.receipt().key()).distinct().count() < sales.size();
    }

    /** What was posted since the start. */
    public Gathering.Figures figures() {
        return gathering.figures();
    }

    /** How many receipts wait. */
    public int waiting() {
        return gathering.waiting();
    }

    /** Whether so much waits that more is better turned away at the door. */
    public boolean isCrowded() {
        return gathering.isCrowded();
    }

    /** Whether anybody waits. */
    public boolean isBusy() {
        return gathering.waiting() > 0;
    }

    @PreDestroy
    void end() {
        gathering.close();
    }
}
