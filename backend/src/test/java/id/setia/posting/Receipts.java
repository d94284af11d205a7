package id.setia.posting;

import id.setia.kernel.Money;
import id.setia.purchases.Channel;
import id.setia.purchases.TenderKind;
import id.setia.testing.TestShop;
import id.setia.kernel.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Receipts of the test shop; each states only what matters to its test. */
final class Receipts {

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private Receipts() {}

    static String number() {
        return "U-" + NUMBERS.incrementAndGet();
    }

    /** A line of one piece. */
    record Item(String name, String category, long rupiah, String quantity) {

        static Item of(long rupiah) {
            return new Item("Barang", null, rupiah, "1");
        }

        static Item fresh(long rupiah) {
            return new Item("Bayam", TestShop.DOUBLE + " > Sayur", rupiah, "1");
        }

        Item times(String many) {
            return new Item(name, category, rupiah, many);
        }
    }

    static Money rupiah(long amount) {
        return new Money(Long.toString(amount), "IDR");
    }

    static PostPurchaseRequest receipt(String number, Instant at, UUID member, Item... items) {
        return receipt(number, at, member, Arrays.asList(items));
    }

    static PostPurchaseRequest receipt(String number, Instant at, UUID member, List<Item> items) {
        List<PurchaseLineRequest> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(new PurchaseLineRequest(
                    lines.size() + 1, null, item.name(), item.quantity(), null, null, null, rupiah(item.rupiah()),
                    item.category(), null));
        }
        long total = items.stream().mapToLong(Item::rupiah).sum();
        return new PostPurchaseRequest(
                null,
                Channel.STORE,
                "3",
                number,
                null,
                date(at),
                at,
                "k-1",
                member == null ? null : new MemberReferenceRequest(PublicId.MEMBER.format(member), null, null, null, null),
                lines,
                null, null, null, null, null, null, null, null,
                rupiah(total),
                List.of(new TenderRequest(TenderKind.CASH, rupiah(total))));
    }

    /** The same receipt, rung up by another cashier. */
    static PostPurchaseRequest by(String cashier, PostPurchaseRequest request) {
        return new PostPurchaseRequest(
                request.storeId(), request.channel(), request.till(), request.receiptNumber(), request.orderNumber(),
                request.businessDate(), request.occurredAt(), cashier, request.member(), request.lines(),
                request.discount(), request.tax(), request.taxIncluded(), request.serviceCharge(), request.tip(),
                request.delivery(), request.rounding(), request.donation(), request.total(), request.tenders());
    }

    /** The same receipt, bought by somebody, or null for nobody. */
    static PostPurchaseRequest of(UUID member, PostPurchaseRequest request) {
        return new PostPurchaseRequest(
                request.storeId(), request.channel(), request.till(), request.receiptNumber(), request.orderNumber(),
                request.businessDate(), request.occurredAt(), request.cashier(),
                member == null ? null : new MemberReferenceRequest(PublicId.MEMBER.format(member), null, null, null, null),
                request.lines(), request.discount(), request.tax(), request.taxIncluded(), request.serviceCharge(),
                request.tip(), request.delivery(), request.rounding(), request.donation(), request.total(),
                request.tenders());
    }

    /** The same receipt, paid otherwise. */
    static PostPurchaseRequest paid(PostPurchaseRequest request, List<TenderRequest> tenders) {
        return new PostPurchaseRequest(
                request.storeId(), request.channel(), request.till(), request.receiptNumber(), request.orderNumber(),
                request.businessDate(), request.occurredAt(), request.cashier(), request.member(), request.lines(),
                request.discount(), request.tax(), request.taxIncluded(), request.serviceCharge(), request.tip(),
                request.delivery(), request.rounding(), request.donation(), request.total(), tenders);
    }

    static LocalDate date(Instant at) {
        return at.atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
    }

    static PostRefundRequest refund(String number, Instant at, RefundLineRequest... lines) {
        return new PostRefundRequest(
                null, Channel.STORE, "3", number, null, date(at), at, null, null, Arrays.asList(lines));
    }

    static RefundLineRequest of(String purchaseId, Integer position, String quantity) {
        return new RefundLineRequest(purchaseId, null, position, quantity, null);
    }
}
