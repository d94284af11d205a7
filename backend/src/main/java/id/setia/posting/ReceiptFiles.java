package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Refusals;
import id.setia.purchases.KnownPurchase;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.RefundState;
import id.setia.purchases.Refunds;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for receipts that stand in files. They go the way of those that tills send, with the same rules for what comes
 * late, and each is taken or refused by itself.
 */
@Singleton
public class ReceiptFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptFiles.class);

    private final RowReading rows;
    private final PurchaseBatches batches;
    private final RefundPoster refundPoster;
    private final PostingLine line;
    private final Quotes quotes;
    private final Purchases purchases;
    private final Refunds refunds;
    private final Refusals refusals;
    private final BusinessClock clock;

    ReceiptFiles(
            RowReading rows,
            PurchaseBatches batches,
            RefundPoster refundPoster,
            PostingLine line,
            Quotes quotes,
            Purchases purchases,
            Refunds refunds,
            Refusals refusals,
            BusinessClock clock) {
        this.rows = rows;
        this.batches = batches;
        this.refundPoster = refundPoster;
        this.line = line;
        this.quotes = quotes;
        this.purchases = purchases;
        this.refunds = refunds;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** What a receipt of a file is. */
    public enum Kind {
        PURCHASE,
        REFUND
    }

    /**
     * A receipt of a file.
     *
     * @param row where it begins
     * @param content the request that a till would have sent
     */
    public record Entry(long row, Kind kind, JsonNode content) {}

    /** What became of a receipt, or would become of it. */
    public sealed interface Result {

        /** Where the receipt begins. */
        long row();
    }

    /**
     * A receipt that stands in the books.
     *
     * @param replayed whether it stood there before
     * @param recordedAt since when
     * @param unattached whether it is a purchase of nobody
     * @param waiting whether it is a refund that waits for its purchase
     * @param points what the purchase gave, or less than nothing: what the refund took back
     */
    public record Taken(long row, boolean replayed, Instant recordedAt, boolean unattached, boolean waiting, long points)
            implements Result {}

    /**
     * A receipt of which nothing is stored.
     *
     * @param code stable code of the problem
     * @param reason the same in words, with the fields that are wrong
     */
    public record Refused(long row, String code, LocalText reason) implements Result {}

    /** Whether somebody waits to post, who goes first. */
    public boolean isBusy() {
        return line.isBusy();
    }

    /**
     * Posts receipts in their order, purchases that follow each other together. Doing so again changes nothing.
     *
     * @return what became of each, in their order
     * @throws Problem {@code try_again_later} when too much waits to be posted; some may be posted by then
     */
    public List<Result> post(Caller.ApiClient by, List<Entry> entries) {
        Result[] results = new Result[entries.size()];
        SortedMap<Integer, NewPurchase> sales = new TreeMap<>();
        for (int place = 0; place < results.length; place++) {
            Entry entry = entries.get(place);
            try {
                switch (entry.kind()) {
                    case PURCHASE -> sales.put(place, rows.purchase(entry.content(), by));
                    case REFUND -> {
                        RefundRequest refund = rows.refund(entry.content(), by);
                        postTogether(entries, sales, results);
                        results[place] = taken(entry, refundPoster.post(refund));
                    }
                }
            } catch (RuntimeException refusal) {
                results[place] = refused(entry, refusal);
            }
        }
        postTogether(entries, sales, results);
        return List.of(results);
    }

    private void postTogether(List<Entry> entries, SortedMap<Integer, NewPurchase> sales, Result[] results) {
        if (sales.isEmpty()) {
            return;
        }
        List<Integer> places = List.copyOf(sales.keySet());
        List<Outcome<PostedPurchase>> posted = batches.together(List.copyOf(sales.values()));
        for (int each = 0; each < posted.size(); each++) {
            Entry entry = entries.get(places.get(each));
            results[places.get(each)] = switch (posted.get(each)) {
                case Outcome.Done<PostedPurchase> done -> taken(entry, done.result());
                case Outcome.Refused<PostedPurchase> refused -> refused(entry, refused.why());
            };
        }
        sales.clear();
    }

    private static Taken taken(Entry entry, PostedPurchase posted) {
        Purchase purchase = posted.purchase();
        return new Taken(
                entry.row(),
                posted.replayed(),
                purchase.recordedAt(),
                purchase.memberId().isEmpty(),
                false,
                purchase.points());
    }

    private static Taken taken(Entry entry, PostedRefund posted) {
        return new Taken(
                entry.row(),
                posted.replayed(),
                posted.refund().recordedAt(),
                false,
                posted.refund().state() == RefundState.WAITING,
                -posted.answer().pointsTakenBack());
    }

    /**
     * Says what posting receipts would come to, each judged as of now and alone, so that caps and budgets count for each as
     * if the others were not there; of refunds, whether they can be read and stand in the books. Stores nothing.
     */
    public List<Result> tryOut(Caller.ApiClient by, List<Entry> entries) {
        Result[] results = new Result[entries.size()];
        SortedMap<Integer, NewPurchase> sales = new TreeMap<>();
        SortedMap<Integer, RefundRequest> takebacks = new TreeMap<>();
        for (int place = 0; place < results.length; place++) {
            Entry entry = entries.get(place);
            try {
                switch (entry.kind()) {
                    case PURCHASE -> sales.put(place, rows.purchase(entry.content(), by));
                    case REFUND -> takebacks.put(place, rows.refund(entry.content(), by));
                }
            } catch (RuntimeException refusal) {
                results[place] = refused(entry, refusal);
            }
        }
        Map<NaturalKey, KnownPurchase> known = purchases.known(keys(sales, takebacks));
        Set<NaturalKey> before = new HashSet<>(refunds.requests(
                        takebacks.values().stream().map(refund -> refund.head().key()).toList())
                .keySet());
        for (int place = 0; place < results.length; place++) {
            if (sales.containsKey(place)) {
                results[place] = tried(entries.get(place), by, sales.get(place), known);
            } else if (takebacks.containsKey(place)) {
                results[place] = tried(entries.get(place), takebacks.get(place), known, before);
            }
        }
        return List.of(results);
    }

    private static Set<NaturalKey> keys(
            SortedMap<Integer, NewPurchase> sales, SortedMap<Integer, RefundRequest> takebacks) {
        Set<NaturalKey> keys =
                sales.values().stream().map(sale -> sale.receipt().key()).collect(Collectors.toSet());
        takebacks.values().forEach(refund -> refund.lines().forEach(line -> keys.add(line.purchaseKey())));
        return keys;
    }

    private Result tried(
            Entry entry, Caller.ApiClient by, NewPurchase sale, Map<NaturalKey, KnownPurchase> known) {
        KnownPurchase stored = known.putIfAbsent(sale.receipt().key(), KnownPurchase.of(sale.receipt()));
        if (stored != null && !stored.isSame(sale.receipt())) {
            return refused(entry, Problem.of(ProblemCode.PURCHASE_CONFLICT, number(sale)));
        }
        if (stored != null) {
            return new Taken(entry.row(), true, clock.now(), stored.memberId().isEmpty(), false, 0);
        }
        try {
            QuoteResponse quote = quotes.of(by, sale);
            return new Taken(entry.row(), false, clock.now(), quote.memberId() == null, false, quote.pointsEarned());
        } catch (RuntimeException refusal) {
            return refused(entry, refusal);
        }
    }

    private static String number(NewPurchase sale) {
        return sale.receipt().head().orderNumber().or(() -> sale.receipt().head().receiptNumber()).orElse("");
    }

    private Result tried(
            Entry entry, RefundRequest refund, Map<NaturalKey, KnownPurchase> known, Set<NaturalKey> before) {
        boolean there = !before.add(refund.head().key());
        boolean waiting = refund.lines().stream().anyMatch(line -> !known.containsKey(line.purchaseKey()));
        return new Taken(entry.row(), there, clock.now(), false, !there && waiting, 0);
    }

    /** A receipt that cannot be read at all. */
    public Refused refused(long row, Problem problem) {
        return new Refused(row, problem.code().code(), reason(problem));
    }

    private Refused refused(Entry entry, RuntimeException thrown) {
        Problem problem = refusals.of(thrown);
        if (problem.code() == ProblemCode.TRY_AGAIN_LATER) {
            throw thrown;
        }
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.error("A receipt of a file could not be posted", thrown);
        }
        return refused(entry.row(), problem);
    }

    private LocalText reason(Problem problem) {
        List<LocalText> parts = new ArrayList<>();
        parts.add(refusals.detail(problem));
        problem.errors().forEach(error -> {
            LocalText text = refusals.detail(error);
            String where = error.pointer().isEmpty() ? "" : error.pointer() + ": ";
            parts.add(LocalText.of(where + text.id(), where + text.en()));
        });
        return LocalText.of(
                parts.stream().map(LocalText::id).collect(Collectors.joining(" ")),
                parts.stream().map(LocalText::en).collect(Collectors.joining(" ")));
    }
}
