package id.setia.purchases;

import id.setia.kernel.Batch;
import id.setia.kernel.Json;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;

/** How purchases and refunds are written, as rows of a batch. */
@Singleton
public class PurchaseRows {

    private static final String COLUMNS = """
            INSERT INTO purchase (
              id, natural_key, content_version, content_hash, member_id, attachments, partner_id, store_id, terminal_id,
              channel, business_date, till, receipt_number, order_number, cashier, occurred_at, program_date,
              recorded_at, total, earning_base, details, standing_grants, points, points_taken_back, refunded, answer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String LINE_COLUMNS = """
            INSERT INTO purchase_line (
              purchase_id, position, sku, name, quantity, unit_price, discount, discount_kind, amount, category, brand,
              earns, base, points, refunded_quantity, refunded_amount)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String REFUND_COLUMNS = """
            INSERT INTO refund (
              id, natural_key, content_version, content_hash, state, partner_id, store_id, terminal_id, channel,
              business_date, till, receipt_number, order_number, cashier, occurred_at, recorded_at, waits_until, request,
              answer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String REFUND_LINE_COLUMNS = """
            INSERT INTO refund_line (
              refund_id, number, purchase_key, purchase_id, position, quantity, amount, points)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private record LineRow(UUID purchaseId, PurchaseLine line) {}

    private record RefundLineRow(UUID refundId, Refund.RefundLine line) {}

    private static final Comparator<LineRow> LINE_KEYS =
            Comparator.comparing(LineRow::purchaseId).thenComparing(row -> row.line().position());
    private static final Comparator<RefundLineRow> REFUND_LINE_KEYS =
            Comparator.comparing(RefundLineRow::refundId).thenComparing(row -> row.line().number());

    private final Json json;
    private final RowWriter<Purchase> added;
    private final RowWriter<Purchase> changed;
    private final RowWriter<LineRow> addedLines;
    private final RowWriter<LineRow> changedLines;
    private final RowWriter<Refund> addedRefunds;
    private final RowWriter<Refund> changedRefunds;
    private final RowWriter<RefundLineRow> addedRefundLines;
    private final RowWriter<RefundLineRow> changedRefundLines;

    PurchaseRows(Json json) {
        this.json = json;
        added = new RowWriter<>(200, COLUMNS, Comparator.comparing(purchase -> purchase.head().key()), this::bind);
        changed = new RowWriter<>(
                210,
                COLUMNS + """

                        ON DUPLICATE KEY UPDATE
                          member_id = VALUES(member_id), attachments = VALUES(attachments),
                          earning_base = VALUES(earning_base), standing_grants = VALUES(standing_grants),
                          points = VALUES(points), points_taken_back = VALUES(points_taken_back),
                          refunded = VALUES(refunded), answer = VALUES(answer)""",
                Comparator.comparing(purchase -> purchase.head().key()),
                this::bind);
        addedLines = new RowWriter<>(220, LINE_COLUMNS, LINE_KEYS, PurchaseRows::bind);
        changedLines = new RowWriter<>(
                230,
                LINE_COLUMNS + """

                        ON DUPLICATE KEY UPDATE
                          earns = VALUES(earns), base = VALUES(base), points = VALUES(points),
                          refunded_quantity = VALUES(refunded_quantity), refunded_amount = VALUES(refunded_amount)""",
                LINE_KEYS,
                PurchaseRows::bind);
        addedRefunds =
                new RowWriter<>(240, REFUND_COLUMNS, Comparator.comparing(refund -> refund.head().key()), PurchaseRows::bind);
        changedRefunds = new RowWriter<>(
                250,
                REFUND_COLUMNS + """

                        ON DUPLICATE KEY UPDATE
                          state = VALUES(state), waits_until = VALUES(waits_until), answer = VALUES(answer)""",
                Comparator.comparing(refund -> refund.head().key()),
                PurchaseRows::bind);
        addedRefundLines = new RowWriter<>(260, REFUND_LINE_COLUMNS, REFUND_LINE_KEYS, PurchaseRows::bind);
        changedRefundLines = new RowWriter<>(
                270,
                REFUND_LINE_COLUMNS + """

                        ON DUPLICATE KEY UPDATE
                          purchase_id = VALUES(purchase_id), position = VALUES(position), quantity = VALUES(quantity),
                          amount = VALUES(amount), points = VALUES(points)""",
                REFUND_LINE_KEYS,
                PurchaseRows::bind);
    }

    /** Adds a new purchase; one that is there already makes the whole batch fail with a duplicate key. */
    public void add(Batch batch, Purchase purchase) {
        batch.add(added, purchase);
        purchase.lines().forEach(line -> batch.add(addedLines, new LineRow(purchase.id(), line)));
    }

    /** Changes what may change of a purchase read under lock. */
    public void change(Batch batch, Purchase purchase) {
        batch.add(changed, purchase);
        purchase.lines().forEach(line -> batch.add(changedLines, new LineRow(purchase.id(), line)));
    }

    /** Adds a new refund; one that is there already makes the whole batch fail with a duplicate key. */
    public void add(Batch batch, Refund refund) {
        batch.add(addedRefunds, refund);
        refund.lines().forEach(line -> batch.add(addedRefundLines, new RefundLineRow(refund.id(), line)));
    }

    /** Writes what became of a refund that waited, read under lock. */
    public void change(Batch batch, Refund refund) {
        batch.add(changedRefunds, refund);
        refund.lines().forEach(line -> batch.add(changedRefundLines, new RefundLineRow(refund.id(), line)));
    }

    private void bind(Places statement, Purchase purchase) throws SQLException {
        ReceiptHead head = purchase.head();
        statement.setBytes(1, UuidBytes.of(purchase.id()));
        statement.setBytes(2, head.key().bytes());
        statement.setInt(3, ContentHash.VERSION);
        statement.setBytes(4, purchase.contentHash());
        statement.setBytes(5, UuidBytes.of(purchase.memberId().orElse(null)));
        statement.setInt(6, purchase.attachments());
        int place = bind(statement, 7, head);
        statement.setObject(place++, purchase.programDate());
        statement.setObject(place++, Sql.time(purchase.recordedAt()));
        statement.setLong(place++, purchase.amounts().total());
        statement.setLong(place++, purchase.earningBase());
        statement.setString(place++, json.write(purchase.amounts()));
        statement.setString(place++, purchase.standingGrants());
        statement.setLong(place++, purchase.points());
        statement.setLong(place++, purchase.pointsTakenBack());
        statement.setLong(place++, purchase.refunded());
        statement.setString(place, purchase.answer());
    }

    private static int bind(Places statement, int first, ReceiptHead head) throws SQLException {
        int place = first;
        statement.setBytes(place++, UuidBytes.of(head.partnerId()));
        statement.setBytes(place++, UuidBytes.of(head.storeId()));
        statement.setBytes(place++, UuidBytes.of(head.terminalId().orElse(null)));
        statement.setString(place++, head.channel().value());
        statement.setObject(place++, head.businessDate());
        statement.setString(place++, head.till().orElse(null));
        statement.setString(place++, head.receiptNumber().orElse(null));
        statement.setString(place++, head.orderNumber().orElse(null));
        statement.setString(place++, head.cashier().orElse(null));
        statement.setObject(place++, Sql.time(head.occurredAt()));
        return place;
    }

    private static void bind(Places statement, LineRow row) throws SQLException {
        ReceiptLine line = row.line().line();
        statement.setBytes(1, UuidBytes.of(row.purchaseId()));
        statement.setInt(2, line.position());
        statement.setString(3, line.sku().orElse(null));
        statement.setString(4, line.name());
        statement.setBigDecimal(5, line.quantity());
        statement.setBigDecimal(6, line.unitPrice().orElse(null));
        statement.setLong(7, line.discount());
        statement.setString(8, line.discountKind().orElse(null));
        statement.setLong(9, line.amount());
        statement.setString(10, line.category().orElse(null));
        statement.setString(11, line.brand().orElse(null));
        statement.setBoolean(12, row.line().earns());
        statement.setLong(13, row.line().base());
        statement.setLong(14, row.line().points());
        statement.setBigDecimal(15, row.line().refundedQuantity());
        statement.setLong(16, row.line().refundedAmount());
    }

    private static void bind(Places statement, Refund refund) throws SQLException {
        statement.setBytes(1, UuidBytes.of(refund.id()));
        statement.setBytes(2, refund.head().key().bytes());
        statement.setInt(3, ContentHash.VERSION);
        statement.setBytes(4, refund.contentHash());
        statement.setString(5, refund.state().value());
        int place = bind(statement, 6, refund.head());
        statement.setObject(place++, Sql.time(refund.recordedAt()));
        statement.setObject(place++, Sql.time(refund.waitsUntil().orElse(null)));
        statement.setString(place++, refund.request());
        statement.setString(place, refund.answer());
    }

    private static void bind(Places statement, RefundLineRow row) throws SQLException {
        Refund.RefundLine line = row.line();
        statement.setBytes(1, UuidBytes.of(row.refundId()));
        statement.setInt(2, line.number());
        statement.setBytes(3, line.purchaseKey().bytes());
        statement.setBytes(4, UuidBytes.of(line.purchaseId().orElse(null)));
        statement.setObject(5, line.position().orElse(null));
        statement.setBigDecimal(6, line.quantity().orElse(null));
        statement.setObject(7, line.amount().orElse(null));
        statement.setLong(8, line.points());
    }
}
