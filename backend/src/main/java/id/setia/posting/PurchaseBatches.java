package id.setia.posting;

import id.setia.access.Caller;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts several receipts in one transaction. Where one of them spoils it, all are posted again one by one, so that each is
 * taken or refused by itself; whatever becomes of the connection, sending the batch again is safe.
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
        together(sales).ifPresentOrElse(
                posted -> {
                    List<Integer> places = List.copyOf(sales.keySet());
                    for (int each = 0; each < places.size(); each++) {
                        rows.put(places.get(each), taken(places.get(each), till, posted.get(each)));
                    }
                },
                () -> sales.forEach((index, sale) -> rows.put(index, alone(index, till, sale))));
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

    private Optional<List<PostedPurchase>> together(SortedMap<Integer, NewPurchase> sales) {
        try {
            return Optional.of(sales.isEmpty() ? List.of() : poster.post(List.copyOf(sales.values())));
        } catch (RuntimeException spoilt) {
            return Optional.empty();
        }
    }

    private PurchaseRowResponse alone(int index, Caller.ApiClient till, NewPurchase sale) {
        try {
            return taken(index, till, poster.post(sale));
        } catch (RuntimeException refusal) {
            return refused(index, refusal);
        }
    }

    private PurchaseRowResponse taken(int index, Caller.ApiClient till, PostedPurchase posted) {
        return new PurchaseRowResponse(index, posted.replayed() ? 200 : 201, slips.of(till, posted), null);
    }

    private PurchaseRowResponse refused(int index, RuntimeException thrown) {
        Problem problem = refusals.of(thrown);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.error("A receipt of a batch could not be posted", thrown);
        }
        return new PurchaseRowResponse(index, problem.code().status(), null, RowRefusal.of(problem, refusals));
    }
}
