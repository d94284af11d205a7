package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of claims. */
final class MemberClaimRows {

    private MemberClaimRows() {}

    static void insert(Connection connection, MemberClaim claim) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO member_claim (
                  id, phone, with_card, language, code_id, member_id, token_hash, proven_at, created_at)
                VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, ?)""")) {
            insert.setBytes(1, UuidBytes.of(claim.id()));
            insert.setBytes(2, claim.phone()
                    .map(phone -> phone.value().getBytes(StandardCharsets.UTF_8))
                    .orElse(null));
            insert.setBoolean(3, claim.withCard());
            insert.setString(4, claim.language());
            insert.setBytes(5, UuidBytes.of(claim.codeId().orElse(null)));
            insert.setObject(6, Sql.time(claim.createdAt()));
            insert.executeUpdate();
        }
    }

    /** The claim, locked: of two who finish it one comes first. */
    static Optional<MemberClaim> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT phone, with_card, language, code_id, member_id, token_hash, proven_at, created_at
                FROM member_claim
                WHERE id = ?
                FOR UPDATE""")) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(claim(id, row)) : Optional.empty();
            }
        }
    }

    private static MemberClaim claim(UUID id, ResultSet row) throws SQLException {
        return new MemberClaim(
                id,
                Optional.ofNullable(row.getBytes("phone"))
                        .map(phone -> new PhoneNumber(new String(phone, StandardCharsets.UTF_8))),
                row.getBoolean("with_card"),
                row.getString("language"),
                Optional.ofNullable(Sql.id(row, "code_id")),
                Optional.ofNullable(Sql.id(row, "member_id")),
                Optional.ofNullable(row.getBytes("token_hash")),
                Optional.ofNullable(Sql.instant(row, "proven_at")),
                Sql.instant(row, "created_at"));
    }

    static void proven(Connection connection, UUID id, UUID memberId, byte[] tokenHash, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member_claim
                SET member_id = ?, token_hash = ?, proven_at = ?
                WHERE id = ?""")) {
            update.setBytes(1, UuidBytes.of(memberId));
            update.setBytes(2, tokenHash);
            update.setObject(3, Sql.time(at));
            update.setBytes(4, UuidBytes.of(id));
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM member_claim WHERE id = ?")) {
            delete.setBytes(1, UuidBytes.of(id));
            delete.executeUpdate();
        }
    }

    static int deleteBefore(Connection connection, Instant moment, int limit) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM member_claim WHERE created_at < ? LIMIT " + limit)) {
            delete.setObject(1, Sql.time(moment));
            return delete.executeUpdate();
        }
    }
}
