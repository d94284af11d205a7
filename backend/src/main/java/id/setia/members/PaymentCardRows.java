package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of payment cards among the identifiers. */
final class PaymentCardRows {

    private PaymentCardRows() {}

    static List<PaymentCard> of(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT issuer, value, label, created_at
                FROM member_identifier
                WHERE member_id = ? AND kind = 'payment_token'
                ORDER BY created_at, value""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            List<PaymentCard> cards = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cards.add(new PaymentCard(
                            MemberReference.paymentToken(
                                    new String(row.getBytes("issuer"), StandardCharsets.UTF_8),
                                    new String(row.getBytes("value"), StandardCharsets.UTF_8)),
                            Optional.ofNullable(row.getString("label")),
                            Sql.instant(row, "created_at")));
                }
            }
            return cards;
        }
    }

    static void remove(Connection connection, UUID memberId, MemberReference token) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM member_identifier
                WHERE kind = 'payment_token' AND issuer = ? AND value = ? AND member_id = ?""")) {
            delete.setBytes(1, token.issuerBytes());
            delete.setBytes(2, token.valueBytes());
            delete.setBytes(3, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }
}
