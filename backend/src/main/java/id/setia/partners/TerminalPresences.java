package id.setia.partners;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells which tills are paired, and when they were heard last. */
@Singleton
class TerminalPresences {

    private final ClientUses uses;
    private final Transactions transactions;

    TerminalPresences(ClientUses uses, Transactions transactions) {
        this.uses = uses;
        this.transactions = transactions;
    }

    TerminalPresence of(Terminal terminal) {
        return of(List.of(terminal)).get(terminal.id());
    }

    /** By one statement for all. */
    Map<UUID, TerminalPresence> of(Collection<Terminal> terminals) {
        Map<UUID, TerminalPresence> found = new HashMap<>();
        terminals.forEach(terminal -> found.put(terminal.id(), TerminalPresence.NONE));
        if (!found.isEmpty()) {
            uses.write();
            transactions.read(connection -> {
                read(connection, found);
                return null;
            });
        }
        return found;
    }

    private static void read(Connection connection, Map<UUID, TerminalPresence> found) throws SQLException {
        List<UUID> ids = Sql.padded(found.keySet());
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT c.terminal_id, c.state, c.created_at, u.last_used_at
                FROM api_client c
                LEFT JOIN client_use u ON u.api_client_id = c.id
                WHERE c.terminal_id IN\s""" + Sql.places(ids))) {
            Sql.bindIds(select, 1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean lives = row.getString("state").equals("active");
                    TerminalPresence presence = found.get(Sql.id(row, "terminal_id"));
                    found.put(
                            Sql.id(row, "terminal_id"),
                            presence.with(
                                    lives ? Optional.of(Sql.instant(row, "created_at")) : Optional.empty(),
                                    Optional.ofNullable(Sql.instant(row, "last_used_at"))));
                }
            }
        }
    }
}
