package id.setia.posting;

import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import jakarta.inject.Singleton;
import java.util.List;

/** The door for purchases: posts them, many in one transaction, each once and for ever. */
@Singleton
public class PurchasePoster {

    private final PostingLine line;
    private final PostingRounds rounds;
    private final EarlyRefunds early;

    PurchasePoster(PostingLine line, PostingRounds rounds, EarlyRefunds early) {
        this.line = line;
        this.rounds = rounds;
        this.early = early;
    }

    /**
     * Posts a purchase, together with whatever others are sent at the moment. One that stands in the books already is
     * answered as it was; another sent under its key is refused.
     *
     * @throws Problem {@code purchase_conflict} when the receipt differs from the one stored under its key;
     *     {@code try_again_later} when too much waits to be posted
     */
    public PostedPurchase post(NewPurchase sale) {
        return together(List.of(sale)).getFirst().get();
    }

    /** The same for many, those of one member in the order given; each is answered by itself. */
    List<Outcome<PostedPurchase>> together(List<NewPurchase> sales) {
        List<Outcome<PostedPurchase>> posted = line.post(sales);
        early.after(sales);
        return posted;
    }

    /**
     * Posts purchases in one transaction of their own, in the order given: all of them or none.
     *
     * @throws Problem {@code purchase_conflict} when a receipt differs from the one stored under its key
     */
    public List<PostedPurchase> post(List<NewPurchase> sales) {
        Posted.Sales posted = (Posted.Sales) rounds.postWhole(new Sent.Sales(sales));
        early.after(sales);
        return posted.sales().stream().map(Outcome::get).toList();
    }
}
