package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Refusals;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private final ReceiptReader reader;
    private final PurchasePoster poster;
    private final Slips slips;
    private final Validator validator;
    private final Refusals refusals;

    PurchaseBatches(
            ReceiptReader reader, PurchasePoster poster, Slips slips, Validator validator, Refusals refusals) {
        this.reader = reader;
        this.poster = poster;
        this.slips = slips;
        this.validator = validator;
        this.refusals = refusals;
    }

    PurchaseBatchResponse post(Caller.ApiClient till, List<JsonNode> requests) {
        SortedMap<Integer, PurchaseRowResponse> rows = new TreeMap<>();
        SortedMap<Integer, NewPurchase> sales = new TreeMap<>();
        for (int index = 0; index < requests.size(); index++) {
            try {
                sales.put(index, read(requests.get(index), till));
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

    private NewPurchase read(JsonNode row, Caller.ApiClient till) {
        PostPurchaseRequest request =
                refusals.read(row == null ? JsonNode.nullNode() : row, PostPurchaseRequest.class);
        Set<ConstraintViolation<PostPurchaseRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return reader.read(request, till);
    }

    /** @throws Problem {@code try_again_later} when too much waits already; then none was posted */
    private List<Outcome<PostedPurchase>> together(List<NewPurchase> sales) {
        try {
            return poster.together(sales);
        } catch (RuntimeException spoilt) {
            if (refusals.of(spoilt).code() == ProblemCode.TRY_AGAIN_LATER) {
                throw spoilt;
            }
            return sales.stream().map(this::alone).toList();
        }
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
