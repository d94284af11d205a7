package id.setia.purchases;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Refunds as they are kept. */
@Singleton
public class Refunds {

    private static final String COLUMNS = """
            SELECT id, natural_key, content_hash, state, partner_id, store_id, terminal_id, channel, business_date, till,
              receipt_number, order_number, cashier, occurred_at, recorded_at, waits_until, request, answer
            FROM refund
            """;

    private final Transactions transactions;

    Refunds(Transactions transactions) {
        this.transactions = transactions;
    }

    public Optional<Refund> find(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
                select.setBytes(1, UuidBytes.of(id));
                return withLines(connection, read(select)).stream().findFirst();
            }
        });
    }

    /** The partners at whose stores refunds were made, by the refunds' ids; ids not there are missing. */
    public Map<UUID, UUID> partners(Collection<UUID> ids) {
        return transactions.read(connection -> {
            Map<UUID, UUID> partners = new HashMap<>();
            List<UUID> asked = Sql.padded(ids);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, partner_id FROM refund WHERE id IN " + Sql.places(asked))) {
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

    /** Many refunds by id, in no order. */
    public Map<UUID, Refund> find(Collection<UUID> ids) {
        return transactions.read(connection -> {
            Map<UUID, Refund> found = new HashMap<>();
            if (ids.isEmpty()) {
                return found;
            }
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "WHERE id IN " + Sql.places(ids))) {
                Sql.bindIds(select, 1, ids);
                withLines(connection, read(select)).forEach(refund -> found.put(refund.id(), refund));
            }
            return found;
        });
    }

    /** Refunds by their keys, locked in the order of the keys; those not there are missing. */
    public Map<NaturalKey, Refund> lock(Connection connection, Collection<NaturalKey> keys) throws SQLException {
        Map<NaturalKey, Refund> found = new HashMap<>();
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
            withLines(connection, read(select)).forEach(refund -> found.put(refund.head().key(), refund));
        }
        return found;
    }

    /** What the refunds that are there already were asked with, by their keys. */
    public Map<NaturalKey, String> requests(Collection<NaturalKey> keys) {
        return transactions.read(connection -> {
            Map<NaturalKey, String> requests = new HashMap<>();
            if (keys.isEmpty()) {
                return requests;
            }
            TreeSet<NaturalKey> sorted = new TreeSet<>(keys);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT natural_key, request FROM refund WHERE natural_key IN " + Sql.places(sorted))) {
                int place = 1;
                for (NaturalKey key : sorted) {
                    select.setBytes(place++, key.bytes());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        requests.put(NaturalKey.from(row.getBytes("natural_key")), row.getString("request"));
                    }
                }
            }
            return requests;
        });
    }

    /** Keys of refunds that wait for any of the purchases. */
    public List<NaturalKey> waitingFor(Connection connection, Collection<NaturalKey> purchases) throws SQLException {
        if (purchases.isEmpty()) {
            return List.of();
        }
        List<NaturalKey> keys = Sql.padded(purchases);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT r.natural_key
                FROM refund_line l
                JOIN refund r ON r.id = l.refund_id
                WHERE r.state = 'waiting' AND l.purchase_key IN\s""" + Sql.places(keys))) {
            int place = 1;
            for (NaturalKey key : keys) {
                select.setBytes(place++, key.bytes());
            }
            return keys(select);
        }
    }

    /** Keys of refunds still waiting at the moment, those that end first first. */
    public List<NaturalKey> waiting(Instant moment, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT natural_key
                    FROM refund
                    WHERE state = 'waiting' AND waits_until > ?
                    ORDER BY waits_until
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(moment));
                select.setInt(2, limit);
                return keys(select);
            }
        });
    }

    private static List<NaturalKey> keys(PreparedStatement select) throws SQLException {
        List<NaturalKey> keys = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                keys.add(NaturalKey.from(row.getBytes("natural_key")));
            }
        }
        return keys;
    }

    private static List<Refund> read(PreparedStatement select) throws SQLException {
        List<Refund> refunds = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                refunds.add(new Refund(
                        Sql.id(row, "id"),
                        Purchases.head(row),
                        row.getBytes("content_hash"),
                        RefundState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Sql.instant(row, "recorded_at"),
                        Optional.ofNullable(Sql.instant(row, "waits_until")),
                        List.of(),
                        row.getString("request"),
                        row.getString("answer")));
            }
        }
        return refunds;
    }

    private static List<Refund> withLines(Connection connection, List<Refund> heads) throws SQLException {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<Refund.RefundLine>> lines = lines(connection, heads.stream().map(Refund::id).toList());
        return heads.stream()
                .map(refund -> new Refund(
                        refund.id(),
                        refund.head(),
                        refund.contentHash(),
                        refund.state(),
                        refund.recordedAt(),
                        refund.waitsUntil(),
                        lines.getOrDefault(refund.id(), List.of()),
                        refund.request(),
                        refund.answer()))
                .toList();
    }

    private static Map<UUID, List<Refund.RefundLine>> lines(Connection connection, List<UUID> refunds)
            throws SQLException {
        Map<UUID, List<Refund.RefundLine>> lines = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT refund_id, number, purchase_key, purchase_id, position, quantity, amount, points
                FROM refund_line
                WHERE refund_id IN\s""" + Sql.places(refunds) + " ORDER BY refund_id, number")) {
            Sql.bindIds(select, 1, refunds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.computeIfAbsent(Sql.id(row, "refund_id"), ignored -> new ArrayList<>())
                            .add(new Refund.RefundLine(
                                    row.getInt("number"),
                                    NaturalKey.from(row.getBytes("purchase_key")),
                                    Optional.ofNullable(Sql.id(row, "purchase_id")),
                                    Optional.ofNullable((Integer) row.getObject("position")),
                                    Optional.ofNullable(row.getBigDecimal("quantity")),
                                    Optional.ofNullable((Long) row.getObject("amount")),
                                    row.getLong("points")));
                }
            }
        }
        return lines;
    }
}
