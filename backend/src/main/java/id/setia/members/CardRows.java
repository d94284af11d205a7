package id.setia.members;

import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of cards among the identifiers. */
final class CardRows {

    static final String BLOCKED = "blocked";

    private CardRows() {}

    static boolean isBlocked(Connection connection, MemberReference card) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT state
                FROM member_identifier
                WHERE kind = 'card' AND issuer = ? AND value = ?""")) {
            select.setBytes(1, card.issuerBytes());
            select.setBytes(2, card.valueBytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && BLOCKED.equals(row.getString("state"));
            }
        }
    }

    /** Whether a membership that may spend lets this card do so. */
    static boolean maySpend(Connection connection, MemberReference card) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT i.may_spend
                FROM member_identifier i
                JOIN member m ON m.id = i.member_id
                WHERE i.kind = 'card' AND i.issuer = ? AND i.value = ? AND i.state = 'active' AND m.state = 'active'""")) {
            select.setBytes(1, card.issuerBytes());
            select.setBytes(2, card.valueBytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean("may_spend");
            }
        }
    }

    static void change(Connection connection, IdentifierRows.Row card) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member_identifier
                SET state = ?, label = ?, main = ?, may_spend = ?
                WHERE kind = 'card' AND issuer = ? AND value = ? AND member_id = ?""")) {
            update.setString(1, card.state());
            update.setString(2, card.label().orElse(null));
            update.setBoolean(3, card.main());
            update.setBoolean(4, card.maySpend());
            update.setBytes(5, card.reference().issuerBytes());
            update.setBytes(6, card.reference().valueBytes());
            update.setBytes(7, UuidBytes.of(card.memberId()));
            update.executeUpdate();
        }
    }

    static IdentifierRows.Row named(IdentifierRows.Row card, Optional<String> label, boolean maySpend) {
        return new IdentifierRows.Row(card.reference(), card.memberId(), card.state(), label, card.main(), maySpend);
    }

    /** The card as it is when it finds nobody any more. */
    static IdentifierRows.Row blocked(IdentifierRows.Row card) {
        return new IdentifierRows.Row(card.reference(), card.memberId(), BLOCKED, card.label(), false, false);
    }
}
