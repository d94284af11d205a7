package id.setia.partners;

import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Changes to the rows of partners, stores and terminals. */
final class PremisesRows {

    private PremisesRows() {}

    /** The version of a partner, locked; empty where there is none. */
    static OptionalLong lockPartner(Connection connection, UUID id) throws SQLException {
        return lock(connection, "SELECT version FROM partner WHERE id = ? FOR UPDATE", id);
    }

    static Optional<Partner> locked(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(DirectoryRows.PARTNERS + " WHERE id = ? FOR UPDATE")) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(DirectoryRows.partner(row)) : Optional.empty();
            }
        }
    }

    static OptionalLong lockStore(Connection connection, UUID id) throws SQLException {
        return lock(connection, "SELECT version FROM store WHERE id = ? FOR UPDATE", id);
    }

    static OptionalLong lockTerminal(Connection connection, UUID id) throws SQLException {
        return lock(connection, "SELECT version FROM terminal WHERE id = ? FOR UPDATE", id);
    }

    private static OptionalLong lock(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, UuidBytes.of(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong("version")) : OptionalLong.empty();
            }
        }
    }

    static void update(Connection connection, Partner partner) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("""
                        UPDATE partner
                        SET name = ?, state = ?, version = ?, leaves_at = ?, refunds_until = ?, left_at = ?, ended_at = ?
                        WHERE id = ?""")) {
            update.setString(1, partner.name());
            update.setString(2, partner.state().value());
            update.setLong(3, partner.version().number());
            update.setObject(4, Sql.time(partner.leaving().map(Leaving::leavesAt).orElse(null)));
            update.setObject(5, Sql.time(partner.leaving().map(Leaving::refundsUntil).orElse(null)));
            update.setObject(6, Sql.time(partner.leaving().flatMap(Leaving::leftAt).orElse(null)));
            update.setObject(7, Sql.time(partner.leaving().flatMap(Leaving::endedAt).orElse(null)));
            update.setBytes(8, UuidBytes.of(partner.id()));
            update.executeUpdate();
        }
    }

    static void update(Connection connection, Store store) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE store SET name = ?, time_zone = ?, region = ?, state = ?, version = ? WHERE id = ?")) {
            update.setString(1, store.name());
            update.setString(2, store.timeZone().getId());
            update.setString(3, store.region());
            update.setString(4, store.state().value());
            update.setLong(5, store.version().number());
            update.setBytes(6, UuidBytes.of(store.id()));
            update.executeUpdate();
        }
    }

    static void update(Connection connection, Terminal terminal) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE terminal SET name = ?, state = ?, version = ? WHERE id = ?")) {
            update.setString(1, terminal.name());
            update.setString(2, terminal.state().value());
            update.setLong(3, terminal.version().number());
            update.setBytes(4, UuidBytes.of(terminal.id()));
            update.executeUpdate();
        }
    }
}
