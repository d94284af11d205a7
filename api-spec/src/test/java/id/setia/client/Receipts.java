package id.setia.client;

import id.setia.client.model.Channel;
import id.setia.client.model.Money;
import id.setia.client.model.PostPurchaseRequest;
import id.setia.client.model.PostRefundRequest;
import id.setia.client.model.PurchaseLineRequest;
import id.setia.client.model.PurchaseReferenceRequest;
import id.setia.client.model.RefundLineRequest;
import id.setia.client.model.TenderKind;
import id.setia.client.model.TenderRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Receipts that differ in their number alone. */
final class Receipts {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T05:00:00Z");

    private Receipts() {}

    static PostPurchaseRequest purchase(String number) {
        return new PostPurchaseRequest()
                .channel(Channel.STORE)
                .till("1")
                .receiptNumber(number)
                .businessDate(DAY)
                .occurredAt(NOON)
                .addLinesItem(new PurchaseLineRequest().position(1).name("Beras 5 kg").quantity("1").amount(rupiah("84000")))
                .total(rupiah("84000"))
                .addTendersItem(new TenderRequest().kind(TenderKind.CASH).amount(rupiah("84000")));
    }

    static PostRefundRequest refund(String number, String of) {
        return new PostRefundRequest()
                .channel(Channel.STORE)
                .till("1")
                .receiptNumber(number)
                .businessDate(DAY)
                .occurredAt(NOON)
                .addLinesItem(new RefundLineRequest()
                        .purchase(new PurchaseReferenceRequest().businessDate(DAY).till("1").receiptNumber(of))
                        .position(1));
    }

    private static Money rupiah(String amount) {
        return new Money().amount(amount).currency("IDR");
    }
}
