package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.ProgramSettings;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.RefundRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads a refund as a till sent it. */
@Singleton
class RefundReader {

    private final ReceiptReader receipts;
    private final ProgramSettings settings;
    private final PartnerDirectory partners;
    private final Purchases purchases;

    RefundReader(
            ReceiptReader receipts, ProgramSettings settings, PartnerDirectory partners, Purchases purchases) {
        this.receipts = receipts;
        this.settings = settings;
        this.partners = partners;
        this.purchases = purchases;
    }

    RefundRequest read(PostRefundRequest request, Caller.ApiClient caller) {
        Store store = receipts.store(Optional.ofNullable(request.storeId()), caller);
        FigureReader figures = new FigureReader(settings.current().currency());
        ReceiptHead head = receipts.head(
                figures,
                store,
                caller,
                request.channel(),
                request.businessDate(),
                Optional.ofNullable(request.till()),
                Optional.ofNullable(request.receiptNumber()),
                Optional.ofNullable(request.orderNumber()),
                Optional.ofNullable(request.cashier()),
                request.occurredAt());
        Map<UUID, NaturalKey> known = keysOf(request, caller);
        List<RefundRequest.Line> lines = new ArrayList<>();
        for (int index = 0; index < request.lines().size(); index++) {
            RefundLineRequest line = request.lines().get(index);
            String pointer = "/lines/" + index;
            if ((line.purchaseId() == null) == (line.purchase() == null)) {
                figures.refuse(pointer, "exactly_one_purchase");
                continue;
            }
            if (line.position() == null && (line.quantity() != null || line.amount() != null)) {
                figures.refuse(pointer + "/position", "required");
            }
            lines.add(new RefundRequest.Line(
                    line.purchaseId() == null
                            ? named(figures, pointer + "/purchase", line.purchase(), store)
                            : known.get(id(line)),
                    Optional.ofNullable(line.position()),
                    Optional.ofNullable(line.quantity())
                            .map(quantity -> figures.quantity(quantity, pointer + "/quantity")),
                    Optional.ofNullable(line.amount())
                            .map(amount -> figures.notNegative(amount, pointer + "/amount"))));
        }
        figures.finish();
        return new RefundRequest(head, Optional.ofNullable(request.reason()), lines);
    }

    private Map<UUID, NaturalKey> keysOf(PostRefundRequest request, Caller.ApiClient caller) {
        List<UUID> ids = request.lines().stream()
                .filter(line -> line.purchaseId() != null)
                .map(RefundReader::id)
                .distinct()
                .toList();
        Map<UUID, NaturalKey> keys = new HashMap<>();
        for (Purchase purchase : purchases.find(ids).values()) {
            if (purchase.head().partnerId().equals(caller.partnerId())) {
                keys.put(purchase.id(), purchase.head().key());
            }
        }
        if (!keys.keySet().containsAll(ids)) {
            throw Problem.of(ProblemCode.PURCHASE_NOT_FOUND);
        }
        return keys;
    }

    private static UUID id(RefundLineRequest line) {
        return PublicId.PURCHASE.parseOr(line.purchaseId(), ProblemCode.PURCHASE_NOT_FOUND);
    }

    /** The key of a purchase named by its receipt; it need not be known yet. */
    private NaturalKey named(
            FigureReader figures, String pointer, PurchaseReferenceRequest reference, Store refundStore) {
        Store store = Optional.ofNullable(reference.storeId())
                .map(text -> PublicId.STORE.parseOr(text, ProblemCode.STORE_NOT_FOUND))
                .map(id -> partners.store(id)
                        .filter(found -> found.partnerId().equals(refundStore.partnerId()))
                        .orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND)))
                .orElse(refundStore);
        if (reference.orderNumber() == null) {
            require(figures, pointer + "/businessDate", reference.businessDate());
            require(figures, pointer + "/till", reference.till());
            require(figures, pointer + "/receiptNumber", reference.receiptNumber());
        }
        if (reference.orderNumber() == null && reference.businessDate() == null) {
            return NaturalKey.ofOrder(store.partnerId(), "");
        }
        return ReceiptReader.key(
                store,
                reference.businessDate(),
                Optional.ofNullable(reference.till()),
                Optional.ofNullable(reference.receiptNumber()),
                Optional.ofNullable(reference.orderNumber()));
    }

    private static void require(FigureReader figures, String pointer, Object value) {
        if (value == null) {
            figures.refuse(pointer, "required");
        }
    }
}
