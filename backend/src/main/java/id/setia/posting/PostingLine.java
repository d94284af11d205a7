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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where what tills send waits to be posted, together with whatever else has come by then. */
@Singleton
public class PostingLine {

    private final Gathering<Sent, Posted> gathering;
    private final Transactions transactions;
    private final PostingLineSettings settings;

    PostingLine(PostingRounds rounds, PostingLineSettings settings, Transactions transactions) {
        this.transactions = transactions;
        this.settings = settings;
        this.gathering = new Gathering<>(
                "posting",
                new Gathering.Rules<>(
                        settings.writers(),
                        settings.together(),
                        settings.waiting(),
                        settings.sharing(),
                        settings.patience(),
                        Sent::size,
                        Sent::kin,
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
        return put(List.of(sent)).getFirst().get();
    }

    private List<Outcome<Posted>> put(List<Sent> shares) {
        if (transactions.isRunning()) {
            throw new IllegalStateException("who holds a connection does not wait in line for another");
        }
        return gathering.put(shares);
    }

    /**
     * Posts many purchases, each answered by itself. They are shared out among the writers by their members, so that the writers
     * do not wait for each other; those of a member who is named alike are posted in the order given. Receipts sent twice in one
     * go stay together, and so do few of them.
     */
    List<Outcome<PostedPurchase>> post(List<NewPurchase> sales) {
        boolean together = sales.size() < settings.sharing() || hasTwins(sales);
        List<List<Integer>> places = shares(sales, together ? 1 : settings.writers());
        List<Sent> shares = new ArrayList<>();
        places.forEach(of ->
                shares.add(new Sent.Sales(of.stream().map(sales::get).toList())));
        List<Outcome<PostedPurchase>> outcomes = new ArrayList<>(Collections.nCopies(sales.size(), null));
        Iterator<Outcome<Posted>> posted = put(shares).iterator();
        places.forEach(of -> {
            Outcome<Posted> share = posted.next();
            for (int index = 0; index < of.size(); index++) {
                outcomes.set(of.get(index), switch (share) {
                    case Outcome.Done<Posted> done -> ((Posted.Sales) done.result()).sales().get(index);
                    case Outcome.Refused<Posted> refused -> new Outcome.Refused<>(refused.why());
                });
            }
        });
        return outcomes;
    }

    /** Where the purchases of each share stand; shares are of about the same size, and none is empty. */
    private static List<List<Integer>> shares(List<NewPurchase> sales, int number) {
        List<List<Integer>> shares = Stream.<List<Integer>>generate(ArrayList::new).limit(number).toList();
        Map<Object, List<Integer>> ofBuyer = new HashMap<>();
        for (int place = 0; place < sales.size(); place++) {
            ofBuyer.computeIfAbsent(Sent.buyer(sales.get(place)), buyer -> Collections.min(shares, Comparator.comparingInt(List::size)))
                    .add(place);
        }
        return shares.stream().filter(share -> !share.isEmpty()).toList();
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
