package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of cards among the identifiers. */
final class CardRows {

    static final String BLOCKED = "blocked";

    private CardRows() {}

    /** Whose card it was before it was blocked. */
    static Optional<UUID> formerHolder(Connection connection, MemberReference card) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id
                FROM member_identifier
                WHERE kind = 'card' AND issuer = ? AND value = ? AND state = 'blocked'""")) {
            select.setBytes(1, card.issuerBytes());
            select.setBytes(2, card.valueBytes());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Sql.id(row, "member_id")) : Optional.empty();
            }
        }
    }

    /** Whose active cards those among them are that may use points, of members who may. */
    static Map<MemberReference, UUID> spending(Connection connection, Collection<MemberReference> cards)
            throws SQLException {
        Map<MemberReference, UUID> spending = new HashMap<>();
        if (cards.isEmpty()) {
            return spending;
        }
        List<MemberReference> asked = Sql.padded(cards);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT i.value, i.member_id
                FROM member_identifier i
                JOIN member m ON m.id = i.member_id
                WHERE i.state = 'active' AND i.may_spend = 1 AND m.state = 'active' AND (i.kind, i.issuer, i.value) IN ("""
                + String.join(", ", Collections.nCopies(asked.size(), "('card', ?, ?)")) + ")")) {
            int place = 1;
            for (MemberReference card : asked) {
                select.setBytes(place++, card.issuerBytes());
                select.setBytes(place++, card.valueBytes());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String number = new String(row.getBytes("value"), StandardCharsets.UTF_8);
                    spending.put(MemberReference.card(number), Sql.id(row, "member_id"));
                }
            }
        }
        return spending;
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
