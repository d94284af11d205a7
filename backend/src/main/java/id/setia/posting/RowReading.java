package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.Refusals;
import id.setia.purchases.RefundRequest;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Set;
import java.util.function.Supplier;

/** Reads receipts that come many at once, each as strictly as a request of its own. */
@Singleton
class RowReading {

    private final ReceiptReader receipts;
    private final RefundReader refunds;
    private final Validator validator;
    private final Refusals refusals;

    RowReading(ReceiptReader receipts, RefundReader refunds, Validator validator, Refusals refusals) {
        this.receipts = receipts;
        this.refunds = refunds;
        this.validator = validator;
        this.refusals = refusals;
    }

    NewPurchase purchase(JsonNode row, Caller.ApiClient till) {
        return receipts.read(read(row, PostPurchaseRequest.class), till);
    }

    RefundRequest refund(JsonNode row, Caller.ApiClient till) {
        return refunds.read(read(row, PostRefundRequest.class), till);
    }

    Sent.Exchange exchange(JsonNode row, Caller.ApiClient till) {
        return exchange(read(row, PostExchangeRequest.class), till);
    }

    /** What is wrong with a part of an exchange is named where it stands in the whole. */
    Sent.Exchange exchange(PostExchangeRequest request, Caller.ApiClient till) {
        return new Sent.Exchange(
                within("/refund", () -> refunds.read(request.refund(), till)),
                within("/purchase", () -> receipts.read(request.purchase(), till)));
    }

    private static <T> T within(String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            throw Problem.invalid(problem.errors().stream()
                    .map(error -> new FieldError(part + error.pointer(), error.code(), error.arguments()))
                    .toList());
        }
    }

    private <T> T read(JsonNode row, Class<T> type) {
        T request = refusals.read(row == null ? JsonNode.nullNode() : row, type);
        Set<ConstraintViolation<T>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }
}
