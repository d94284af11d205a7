package id.setia.posting;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Refusals;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the receipts, refunds and exchanges of a signed batch in their order, each taken or refused by itself. */
@Singleton
class SignedReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(SignedReceipts.class);

    private final PurchaseBatches purchases;
    private final RowReading reading;
    private final RefundPoster refunds;
    private final Exchanges exchanges;
    private final Slips slips;
    private final Refusals refusals;

    SignedReceipts(
            PurchaseBatches purchases,
            RowReading reading,
            RefundPoster refunds,
            Exchanges exchanges,
            Slips slips,
            Refusals refusals) {
        this.purchases = purchases;
        this.reading = reading;
        this.refunds = refunds;
        this.exchanges = exchanges;
        this.slips = slips;
        this.refusals = refusals;
    }

    /** Posts them and answers each. Purchases that follow each other go together; a refund or an exchange comes after those before it. */
    List<SignedReceiptResponse> post(Caller.ApiClient till, List<JsonNode> receipts) {
        List<SignedReceiptResponse> rows = new ArrayList<>();
        for (int index = 0; index < receipts.size(); ) {
            int until = index;
            while (until < receipts.size() && isOnly(receipts.get(until), "purchase")) {
                until++;
            }
            if (until > index) {
                rows.addAll(purchases(till, index, receipts.subList(index, until)));
                index = until;
            } else {
                rows.add(takeback(till, index, receipts.get(index)));
                index++;
            }
        }
        return rows;
    }

    private static boolean isOnly(JsonNode receipt, String member) {
        return receipt.isObject() && receipt.size() == 1 && receipt.get(member) != null && !receipt.get(member).isNull();
    }

    private List<SignedReceiptResponse> purchases(Caller.ApiClient till, int first, List<JsonNode> receipts) {
        return purchases.post(till, receipts.stream().map(receipt -> receipt.get("purchase")).toList()).items().stream()
                .map(row -> SignedReceiptResponse.of(first + row.index(), row))
                .toList();
    }

    private SignedReceiptResponse takeback(Caller.ApiClient till, int index, JsonNode receipt) {
        try {
            if (!isOnly(receipt, "refund") && !isOnly(receipt, "exchange")) {
                throw Problem.invalid("/purchase", "exactly_one_of", "purchase, refund, exchange");
            }
            if (!till.scopes().contains(Scope.REFUNDS_WRITE)) {
                throw Scope.insufficient(List.of(Scope.REFUNDS_WRITE));
            }
            return isOnly(receipt, "refund")
                    ? refund(till, index, receipt.get("refund"))
                    : exchange(till, index, receipt.get("exchange"));
        } catch (RuntimeException thrown) {
            return refused(index, thrown);
        }
    }

    private SignedReceiptResponse refund(Caller.ApiClient till, int index, JsonNode request) {
        PostedRefund posted = refunds.post(reading.refund(request, till));
        return new SignedReceiptResponse(index, status(posted.replayed()), null, slips.of(till, posted), null);
    }

    private SignedReceiptResponse exchange(Caller.ApiClient till, int index, JsonNode request) {
        Sent.Exchange exchange = reading.exchange(request, till);
        Posted.Exchange posted = exchanges.post(exchange);
        return new SignedReceiptResponse(
                index,
                status(posted.replayed()),
                slips.of(till, posted.sale(), exchange.sale().member()),
                slips.of(till, posted.refund()),
                null);
    }

    private static int status(boolean replayed) {
        return replayed ? 200 : 201;
    }

    private SignedReceiptResponse refused(int index, RuntimeException thrown) {
        Problem problem = refusals.of(thrown);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.error("A refund or an exchange of a signed batch could not be posted", thrown);
        }
        return new SignedReceiptResponse(
                index, problem.code().status(), null, null, RowRefusal.of(problem, refusals));
    }
}
