package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Refusals;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts several receipts together. Where one of them spoils that, all are posted again one by one, so that each is taken or
 * refused by itself; whatever becomes of the connection, sending the batch again is safe.
 */
@Singleton
class PurchaseBatches {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseBatches.class);

    private final RowReading reading;
    private final PurchasePoster poster;
    private final Slips slips;
    private final Refusals refusals;

    PurchaseBatches(RowReading reading, PurchasePoster poster, Slips slips, Refusals refusals) {
        this.reading = reading;
        this.poster = poster;
        this.slips = slips;
        this.refusals = refusals;
    }

    PurchaseBatchResponse post(Caller.ApiClient till, List<JsonNode> requests) {
        SortedMap<Integer, PurchaseRowResponse> rows = new TreeMap<>();
        SortedMap<Integer, NewPurchase> sales = new TreeMap<>();
        for (int index = 0; index < requests.size(); index++) {
            try {
                sales.put(index, reading.purchase(requests.get(index), till));
            } catch (RuntimeException unreadable) {
                rows.put(index, refused(index, unreadable));
            }
        }
        List<Integer> places = List.copyOf(sales.keySet());
        List<Outcome<PostedPurchase>> posted = sales.isEmpty() ? List.of() : together(List.copyOf(sales.values()));
        for (int each = 0; each < places.size(); each++) {
            rows.put(places.get(each), row(places.get(each), till, sales.get(places.get(each)), posted.get(each)));
        }
        return PurchaseBatchResponse.of(new ArrayList<>(rows.values()));
    }

    /** @throws Problem {@code try_again_later} when too much waits already; then none was posted */
    List<Outcome<PostedPurchase>> together(List<NewPurchase> sales) {
        List<Outcome<PostedPurchase>> outcomes = new ArrayList<>(poster.together(sales));
        if (outcomes.stream().allMatch(outcome -> refusal(outcome) == ProblemCode.TRY_AGAIN_LATER)) {
            outcomes.getFirst().get();
        }
        for (int place = 0; place < outcomes.size(); place++) {
            if (spoilt(refusal(outcomes.get(place)))) {
                outcomes.set(place, alone(sales.get(place)));
            }
        }
        return outcomes;
    }

    /** Whether it may be the fault of another that this one was not taken. */
    private static boolean spoilt(ProblemCode refusal) {
        return refusal != null && refusal != ProblemCode.TRY_AGAIN_LATER && refusal != ProblemCode.PURCHASE_CONFLICT;
    }

    /** Why it was not taken; null where it was. */
    private ProblemCode refusal(Outcome<PostedPurchase> outcome) {
        return switch (outcome) {
            case Outcome.Done<PostedPurchase> done -> null;
            case Outcome.Refused<PostedPurchase> refused -> refusals.of(refused.why()).code();
        };
    }

    private Outcome<PostedPurchase> alone(NewPurchase sale) {
        try {
            return new Outcome.Done<>(poster.post(sale));
        } catch (RuntimeException refusal) {
            return new Outcome.Refused<>(refusal);
        }
    }

    private PurchaseRowResponse row(int index, Caller.ApiClient till, NewPurchase sale, Outcome<PostedPurchase> outcome) {
        return switch (outcome) {
            case Outcome.Done<PostedPurchase> done -> taken(index, till, sale, done.result());
            case Outcome.Refused<PostedPurchase> refused -> refused(index, refused.why());
        };
    }

    private PurchaseRowResponse taken(int index, Caller.ApiClient till, NewPurchase sale, PostedPurchase posted) {
        return new PurchaseRowResponse(index, posted.replayed() ? 200 : 201, slips.of(till, posted, sale.member()), null);
    }

    private PurchaseRowResponse refused(int index, RuntimeException thrown) {
        Problem problem = refusals.of(thrown);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.error("A receipt of a batch could not be posted", thrown);
        }
        return new PurchaseRowResponse(index, problem.code().status(), null, RowRefusal.of(problem, refusals));
    }
}
