package id.setia.purchases;

import id.setia.kernel.Cursor;
import id.setia.kernel.Json;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Purchases as they are kept. */
@Singleton
public class Purchases {

    private static final String COLUMNS = """
            SELECT id, natural_key, content_hash, member_id, attachments, partner_id, store_id, terminal_id, channel,
              business_date, till, receipt_number, order_number, cashier, occurred_at, program_date, recorded_at,
              earning_base, details, standing_grants, points, points_taken_back, refunded, answer
            FROM purchase
            """;
    /** A number is on few receipts; to look for it in the order of the ids reads them all. */
    private static final String BY_NUMBER = "FORCE INDEX (purchase_receipt, purchase_order)\n";
    private static final String END = "9999-01-01T00:00:00Z";
    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;
    private final Json json;

    Purchases(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Whether anything was ever bought. */
    public boolean any() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM purchase LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    public Optional<Purchase> find(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
                select.setBytes(1, UuidBytes.of(id));
                return withLines(connection, read(select)).stream().findFirst();
            }
        });
    }

    /** Purchases by their keys, locked in the order of the keys; those not there are missing. */
    public Map<NaturalKey, Purchase> lock(Connection connection, Collection<NaturalKey> keys) throws SQLException {
        Map<NaturalKey, Purchase> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        List<NaturalKey> sorted = Sql.padded(new TreeSet<>(keys));
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "WHERE natural_key IN " + Sql.places(sorted) + " ORDER BY natural_key FOR UPDATE")) {
            int place = 1;
            for (NaturalKey key : sorted) {
                select.setBytes(place++, key.bytes());
            }
            withLines(connection, read(select)).forEach(purchase -> found.put(purchase.head().key(), purchase));
        }
        return found;
    }

    /** The keys behind ids; ids not there are missing. */
    public Map<UUID, NaturalKey> keys(Collection<UUID> ids) {
        return transactions.read(connection -> {
            Map<UUID, NaturalKey> keys = new HashMap<>();
            if (ids.isEmpty()) {
                return keys;
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, natural_key FROM purchase WHERE id IN " + Sql.places(ids))) {
                Sql.bindIds(select, 1, ids);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        keys.put(Sql.id(row, "id"), NaturalKey.from(row.getBytes("natural_key")));
                    }
                }
            }
            return keys;
        });
    }

    /** The partners at whose stores purchases were made, by the purchases' ids; ids not there are missing. */
    public Map<UUID, UUID> partners(Collection<UUID> ids) {
        return transactions.read(connection -> {
            Map<UUID, UUID> partners = new HashMap<>();
            List<UUID> asked = Sql.padded(ids);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, partner_id FROM purchase WHERE id IN " + Sql.places(asked))) {
                Sql.bindIds(select, 1, asked);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        partners.put(Sql.id(row, "id"), Sql.id(row, "partner_id"));
                    }
                }
            }
            return partners;
        });
    }

    /** Many purchases by id, in no order. */
    public Map<UUID, Purchase> find(Collection<UUID> ids) {
        return transactions.read(connection -> {
            Map<UUID, Purchase> found = new HashMap<>();
            if (ids.isEmpty()) {
                return found;
            }
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "WHERE id IN " + Sql.places(ids))) {
                Sql.bindIds(select, 1, ids);
                withLines(connection, read(select)).forEach(purchase -> found.put(purchase.id(), purchase));
            }
            return found;
        });
    }

    /**
     * A member's purchases, the latest first.
     *
     * @param memberIds the member and everybody who lives on as them
     */
    public Page<Purchase> ofMember(Collection<UUID> memberIds, Optional<String> cursor, int limit) {
        String[] place = cursor.map(Cursor::place).orElse(END + " " + new UUID(-1, -1)).split(" ");
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE member_id IN " + Sql.places(memberIds) + """
                     AND (occurred_at < ? OR occurred_at = ? AND id < ?)
                    ORDER BY occurred_at DESC, id DESC
                    LIMIT ?""")) {
                int next = Sql.bindIds(select, 1, memberIds);
                select.setObject(next, Sql.time(moment(place)));
                select.setObject(next + 1, Sql.time(moment(place)));
                select.setBytes(next + 2, UuidBytes.of(id(place)));
                select.setInt(next + 3, limit + 1);
                return Page.of(
                        withLines(connection, read(select)),
                        limit,
                        purchase -> Cursor.of(purchase.head().occurredAt() + " " + purchase.id()));
            }
        });
    }

    private static Instant moment(String[] place) {
        return Cursor.instant(place[0]);
    }

    private static UUID id(String[] place) {
        return Cursor.id(place.length == 2 ? place[1] : "");
    }

    /** A page of purchases, the latest recorded first. */
    public Page<Purchase> page(PurchaseFilter filter, Optional<String> cursor, int limit) {
        SqlCondition wanted = condition(filter, cursor.map(Cursor::place).map(Cursor::id).orElse(LAST));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    COLUMNS + (filter.number().isPresent() ? BY_NUMBER : "") + "WHERE " + wanted.text() + " ORDER BY id DESC LIMIT ?")) {
                select.setInt(wanted.bind(select, 1), limit + 1);
                return Page.of(
                        withLines(connection, read(select)), limit, purchase -> Cursor.of(purchase.id().toString()));
            }
        });
    }

    private static SqlCondition condition(PurchaseFilter filter, UUID before) {
        List<SqlCondition> all = new ArrayList<>();
        filter.partnerId()
                .ifPresent(partner -> all.add(SqlCondition.of("partner_id = ?", (Object) UuidBytes.of(partner))));
        all.add(SqlCondition.of("id < ?", (Object) UuidBytes.of(before)));
        filter.storeId().ifPresent(store -> all.add(SqlCondition.of("store_id = ?", (Object) UuidBytes.of(store))));
        filter.businessDate().ifPresent(day -> all.add(SqlCondition.of("business_date = ?", day)));
        filter.number().ifPresent(number ->
                all.add(SqlCondition.of("(receipt_number = ? OR order_number = ?)", number, number)));
        filter.attached().ifPresent(attached ->
                all.add(SqlCondition.of(attached ? "member_id IS NOT NULL" : "member_id IS NULL")));
        filter.from().ifPresent(from -> all.add(SqlCondition.of("recorded_at >= ?", Sql.time(from))));
        filter.until().ifPresent(until -> all.add(SqlCondition.of("recorded_at < ?", Sql.time(until))));
        return SqlCondition.all(all);
    }

    /** Purchases whose receipt or order bears the number, the latest first. */
    public List<Purchase> byNumber(String number, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                    WHERE receipt_number = ? OR order_number = ?
                    ORDER BY occurred_at DESC
                    LIMIT ?""")) {
                select.setString(1, number);
                select.setString(2, number);
                select.setInt(3, limit);
                return withLines(connection, read(select));
            }
        });
    }

    /**
     * Purchases of a store's day whose receipt bears the number or comes to the total, those with the number first. Every
     * till of the store may have printed the number.
     */
    public List<Purchase> ofDay(
            UUID partnerId, UUID storeId, LocalDate businessDate, String receiptNumber, long total, int limit) {
        String beginning = NaturalKey.beginning(partnerId, storeId, businessDate);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                    WHERE natural_key > ? AND natural_key < ? AND (receipt_number = ? OR total = ?)
                    ORDER BY CASE WHEN receipt_number = ? THEN 0 ELSE 1 END, natural_key
                    LIMIT ?""")) {
                select.setBytes(1, beginning.getBytes(StandardCharsets.UTF_8));
                select.setBytes(2, (beginning + "\uFFFD").getBytes(StandardCharsets.UTF_8));
                select.setString(3, receiptNumber);
                select.setLong(4, total);
                select.setString(5, receiptNumber);
                select.setInt(6, limit);
                return withLines(connection, read(select));
            }
        });
    }

    /**
     * What members' purchases up to a moment still hold of some products: the latest purchase first, in it the lines by
     * position; for taking back what a refund does not name.
     */
    public List<HeldLine> held(UUID memberId, Collection<String> skus, Instant until) {
        return transactions.read(connection -> {
            List<HeldLine> held = new ArrayList<>();
            if (skus.isEmpty()) {
                return held;
            }
            TreeSet<String> sorted = new TreeSet<>(skus);
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT p.natural_key, l.position, l.sku, l.quantity - l.refunded_quantity AS quantity
                    FROM purchase p
                    JOIN purchase_line l ON l.purchase_id = p.id
                    WHERE p.member_id = ? AND p.occurred_at <= ? AND l.refunded_quantity < l.quantity
                      AND l.sku IN\s""" + Sql.places(sorted) + """

                    ORDER BY p.occurred_at DESC, p.id DESC, l.position""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setObject(2, Sql.time(until));
                int place = 3;
                for (String sku : sorted) {
                    select.setBytes(place++, sku.getBytes(StandardCharsets.UTF_8));
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        held.add(new HeldLine(
                                NaturalKey.from(row.getBytes("natural_key")),
                                row.getInt("position"),
                                row.getString("sku"),
                                row.getBigDecimal("quantity")));
                    }
                }
            }
            return held;
        });
    }

    /** Fingerprints and owners of the purchases that are there already, by their keys. */
    public Map<NaturalKey, KnownPurchase> known(Collection<NaturalKey> keys) {
        return transactions.read(connection -> {
            Map<NaturalKey, KnownPurchase> known = new HashMap<>();
            if (keys.isEmpty()) {
                return known;
            }
            TreeSet<NaturalKey> sorted = new TreeSet<>(keys);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT natural_key, content_hash, member_id FROM purchase WHERE natural_key IN "
                            + Sql.places(sorted))) {
                int place = 1;
                for (NaturalKey key : sorted) {
                    select.setBytes(place++, key.bytes());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        known.put(
                                NaturalKey.from(row.getBytes("natural_key")),
                                new KnownPurchase(
                                        row.getBytes("content_hash"),
                                        Optional.ofNullable(Sql.id(row, "member_id"))));
                    }
                }
            }
            return known;
        });
    }

    /** How often purchases were given to members, in all. */
    public long attachments() {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT SUM(attachments) AS attachments FROM purchase");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("attachments") : 0L;
            }
        });
    }

    /** How many purchases are members' now. */
    public long attached() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT COUNT(*) AS attached FROM purchase WHERE member_id IS NOT NULL");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong("attached") : 0L;
            }
        });
    }

    private List<Purchase> read(PreparedStatement select) throws SQLException {
        List<Purchase> purchases = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                purchases.add(new Purchase(
                        Sql.id(row, "id"),
                        head(row),
                        json.read(row.getString("details"), Amounts.class),
                        List.of(),
                        row.getBytes("content_hash"),
                        Optional.ofNullable(Sql.id(row, "member_id")),
                        row.getInt("attachments"),
                        row.getObject("program_date", LocalDate.class),
                        Sql.instant(row, "recorded_at"),
                        row.getLong("earning_base"),
                        row.getString("standing_grants"),
                        row.getLong("points"),
                        row.getLong("points_taken_back"),
                        row.getLong("refunded"),
                        row.getString("answer")));
            }
        }
        return purchases;
    }

    static ReceiptHead head(ResultSet row) throws SQLException {
        return new ReceiptHead(
                NaturalKey.from(row.getBytes("natural_key")),
                Sql.id(row, "partner_id"),
                Sql.id(row, "store_id"),
                Optional.ofNullable(Sql.id(row, "terminal_id")),
                Channel.of(row.getString("channel")),
                row.getObject("business_date", LocalDate.class),
                Optional.ofNullable(row.getString("till")),
                Optional.ofNullable(row.getString("receipt_number")),
                Optional.ofNullable(row.getString("order_number")),
                Optional.ofNullable(row.getString("cashier")),
                Sql.instant(row, "occurred_at"));
    }

    private List<Purchase> withLines(Connection connection, List<Purchase> heads) throws SQLException {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<PurchaseLine>> lines = lines(connection, heads.stream().map(Purchase::id).toList());
        return heads.stream()
                .map(purchase -> new Purchase(
                        purchase.id(),
                        purchase.head(),
                        purchase.amounts(),
                        lines.getOrDefault(purchase.id(), List.of()),
                        purchase.contentHash(),
                        purchase.memberId(),
                        purchase.attachments(),
                        purchase.programDate(),
                        purchase.recordedAt(),
                        purchase.earningBase(),
                        purchase.standingGrants(),
                        purchase.points(),
                        purchase.pointsTakenBack(),
                        purchase.refunded(),
                        purchase.answer()))
                .toList();
    }

    private static Map<UUID, List<PurchaseLine>> lines(Connection connection, List<UUID> purchases)
            throws SQLException {
        Map<UUID, List<PurchaseLine>> lines = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT purchase_id, position, sku, name, quantity, unit_price, discount, discount_kind, amount, category,
                  brand, earns, base, points, refunded_quantity, refunded_amount
                FROM purchase_line
                WHERE purchase_id IN\s""" + Sql.places(purchases) + " ORDER BY purchase_id, position")) {
            Sql.bindIds(select, 1, purchases);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.computeIfAbsent(Sql.id(row, "purchase_id"), ignored -> new ArrayList<>())
                            .add(line(row));
                }
            }
        }
        return lines;
    }

    private static PurchaseLine line(ResultSet row) throws SQLException {
        ReceiptLine line = new ReceiptLine(
                row.getInt("position"),
                Optional.ofNullable(row.getString("sku")),
                row.getString("name"),
                row.getBigDecimal("quantity"),
                Optional.ofNullable(row.getBigDecimal("unit_price")),
                row.getLong("discount"),
                Optional.ofNullable(row.getString("discount_kind")),
                row.getLong("amount"),
                Optional.ofNullable(row.getString("category")),
                Optional.ofNullable(row.getString("brand")));
        return new PurchaseLine(
                line,
                row.getBoolean("earns"),
                row.getLong("base"),
                row.getLong("points"),
                row.getBigDecimal("refunded_quantity"),
                row.getLong("refunded_amount"));
    }
}
