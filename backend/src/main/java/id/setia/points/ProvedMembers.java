package id.setia.points;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Whose rows a part of a proof is about.
 *
 * @param condition that the member's column meets, which stands before it
 */
record ProvedMembers(String condition, List<UUID> values) {

    /** Everybody whose id lies between two, both included, with an account or without. */
    static ProvedMembers between(UUID first, UUID last) {
        return new ProvedMembers("member_id BETWEEN ? AND ?", List.of(first, last));
    }

    static ProvedMembers among(Collection<UUID> members) {
        return new ProvedMembers("member_id IN " + Sql.places(members), List.copyOf(members));
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    /**
     * Reads their rows.
     *
     * @param query with the condition in each place of {@code %1$s}
     */
    void read(Connection connection, String query, Visitor visitor) throws SQLException {
        String sql = query.formatted(condition);
        int places = (int) sql.chars().filter(character -> character == '?').count();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int place = 0; place < places; place++) {
                select.setBytes(place + 1, UuidBytes.of(values.get(place % values.size())));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.visit(row);
                }
            }
        }
    }
}
