package id.setia.rewards;

import id.setia.kernel.Batch;
import id.setia.kernel.Json;
import id.setia.kernel.Places;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;

/** Rows of {@code voucher}. */
@Singleton
class VoucherRows {

    private static final String COLUMNS = """
            SELECT id, redemption_id, member_id, reward_id, honouring_partner_id, code_hash, code, pool_position, terms,
              state, issued_at, expires_at, revealed_at, used_at, withdrawn_at
            FROM voucher
            """;

    private final Transactions transactions;
    private final Json json;

    private final RowWriter<Voucher> added;

    /** Changed ones, by those who hold their locks. */
    private final RowWriter<Voucher> changed;

    VoucherRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
        String insert = """
                INSERT INTO voucher (
                  id, redemption_id, member_id, reward_id, honouring_partner_id, code_hash, code, pool_position, terms,
                  state, issued_at, expires_at, revealed_at, used_at, withdrawn_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        this.added = new RowWriter<>(762, insert, Comparator.comparing(Voucher::id), this::bind);
        this.changed = new RowWriter<>(
                763,
                insert + """

                ON DUPLICATE KEY UPDATE
                  code_hash = VALUES(code_hash), code = VALUES(code), state = VALUES(state),
                  expires_at = VALUES(expires_at), revealed_at = VALUES(revealed_at), used_at = VALUES(used_at),
                  withdrawn_at = VALUES(withdrawn_at)""",
                Comparator.comparing(Voucher::id),
                this::bind);
    }

    private void bind(Places statement, Voucher voucher) throws SQLException {
        statement.setBytes(1, UuidBytes.of(voucher.id()));
        statement.setBytes(2, UuidBytes.of(voucher.redemptionId()));
        statement.setBytes(3, UuidBytes.of(voucher.memberId()));
        statement.setBytes(4, UuidBytes.of(voucher.rewardId()));
        statement.setBytes(5, UuidBytes.of(voucher.honouringPartnerId()));
        statement.setBytes(6, voucher.codeHash());
        statement.setBytes(7, voucher.code());
        if (voucher.poolPosition().isPresent()) {
            statement.setLong(8, voucher.poolPosition().getAsLong());
        } else {
            statement.setNull(8, Types.BIGINT);
        }
        statement.setString(9, json.write(voucher.terms()));
        statement.setString(10, voucher.state().value());
        statement.setObject(11, Sql.time(voucher.issuedAt()));
        statement.setObject(12, Sql.time(voucher.expiresAt().orElse(null)));
        statement.setObject(13, Sql.time(voucher.revealedAt().orElse(null)));
        statement.setObject(14, Sql.time(voucher.usedAt().orElse(null)));
        statement.setObject(15, Sql.time(voucher.withdrawnAt().orElse(null)));
    }

    /** Adds a new voucher; its code must be nobody else's. */
    void add(Batch batch, Voucher voucher) {
        batch.add(added, voucher);
    }

    void change(Batch batch, Voucher voucher) {
        batch.add(changed, voucher);
    }

    Optional<Voucher> find(UUID id) {
        return transactions.read(connection -> byId(connection, id, ""));
    }

    /** The same, locked until the transaction ends; nothing but events is locked or written after it. */
    Optional<Voucher> lock(Connection connection, UUID id) throws SQLException {
        return byId(connection, id, " FOR UPDATE");
    }

    private Optional<Voucher> byId(Connection connection, UUID id, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?" + lock)) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    Optional<Voucher> byCode(List<byte[]> hashes) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(COLUMNS + "WHERE code_hash IN " + Sql.places(hashes))) {
                int place = 1;
                for (byte[] hash : hashes) {
                    select.setBytes(place++, hash);
                }
                return read(select).stream().findFirst();
            }
        });
    }

    /** The vouchers of redemptions, by redemption; those that gave none are missing. */
    Map<UUID, Voucher> ofRedemptions(Collection<UUID> redemptions) {
        return redemptions.isEmpty()
                ? Map.of()
                : transactions.read(connection -> ofRedemptions(connection, redemptions, ""));
    }

    Optional<Voucher> lockOfRedemption(Connection connection, UUID redemption) throws SQLException {
        return Optional.ofNullable(ofRedemptions(connection, List.of(redemption), " FOR UPDATE").get(redemption));
    }

    private Map<UUID, Voucher> ofRedemptions(Connection connection, Collection<UUID> redemptions, String lock)
            throws SQLException {
        Map<UUID, Voucher> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "WHERE redemption_id IN " + Sql.places(redemptions) + lock)) {
            Sql.bindIds(select, 1, redemptions);
            read(select).forEach(voucher -> found.put(voucher.redemptionId(), voucher));
        }
        return found;
    }

    /** The vouchers that redemptions of the members gave before one, the latest first. */
    List<Voucher> ofMembers(
            Collection<UUID> members, MemberVouchers.Wanted wanted, UUID before, Instant now, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT v.id, v.redemption_id, v.member_id, v.reward_id, v.honouring_partner_id, v.code_hash, v.code,
                      v.pool_position, v.terms, v.state, v.issued_at, v.expires_at, v.revealed_at, v.used_at, v.withdrawn_at
                    FROM redemption r
                    JOIN voucher v ON v.redemption_id = r.id
                    WHERE r.member_id IN\s""" + Sql.places(members) + " AND r.id < ?"
                    + (wanted.honouredBy().isPresent() ? " AND v.honouring_partner_id = ?" : "")
                    + (wanted.usable()
                            ? " AND v.state IN ('issued', 'revealed') AND (v.expires_at IS NULL OR v.expires_at > ?)"
                            : "")
                    + " ORDER BY r.id DESC LIMIT ?")) {
                int place = Sql.bindIds(select, 1, members);
                select.setBytes(place++, UuidBytes.of(before));
                if (wanted.honouredBy().isPresent()) {
                    select.setBytes(place++, UuidBytes.of(wanted.honouredBy().get()));
                }
                if (wanted.usable()) {
                    select.setObject(place++, Sql.time(now));
                }
                select.setInt(place, limit);
                return read(select);
            }
        });
    }

    /** Vouchers whose time is over though they are written as good. */
    List<UUID> overdue(Instant now, int limit) {
        return transactions.read(connection -> {
            List<UUID> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id
                    FROM voucher
                    WHERE state IN ('issued', 'revealed') AND expires_at <= ?
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(now));
                select.setInt(2, limit);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(Sql.id(row, "id"));
                    }
                }
            }
            return ids;
        });
    }

    /** Many, locked in the order of their ids. */
    List<Voucher> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        TreeSet<UUID> sorted = new TreeSet<>(ids);
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + "WHERE id IN " + Sql.places(sorted) + " ORDER BY id FOR UPDATE")) {
            Sql.bindIds(select, 1, sorted);
            return read(select);
        }
    }

    private List<Voucher> read(PreparedStatement select) throws SQLException {
        List<Voucher> vouchers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Long position = row.getObject("pool_position", Long.class);
                vouchers.add(new Voucher(
                        Sql.id(row, "id"),
                        Sql.id(row, "redemption_id"),
                        Sql.id(row, "member_id"),
                        Sql.id(row, "reward_id"),
                        Sql.id(row, "honouring_partner_id"),
                        row.getBytes("code_hash"),
                        row.getBytes("code"),
                        position == null ? OptionalLong.empty() : OptionalLong.of(position),
                        json.read(row.getString("terms"), VoucherTerms.class),
                        VoucherState.of(row.getString("state")),
                        Sql.instant(row, "issued_at"),
                        Optional.ofNullable(Sql.instant(row, "expires_at")),
                        Optional.ofNullable(Sql.instant(row, "revealed_at")),
                        Optional.ofNullable(Sql.instant(row, "used_at")),
                        Optional.ofNullable(Sql.instant(row, "withdrawn_at"))));
            }
        }
        return vouchers;
    }
}
