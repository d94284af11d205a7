package id.setia.points;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The versions of rules, which are sealed with the ledger they judge; kept by the room of the rules. */
public interface SealedRules {

    /** A version: everything that is written of it, as a list of texts that is the same each time. */
    @FunctionalInterface
    interface Visitor {
        void visit(List<String> version) throws SQLException;
    }

    /** The name of their table, as the proof tells it. */
    String table();

    /** Visits the versions published after one moment and up to another. */
    void forEach(Connection connection, Instant after, Instant until, Visitor visitor) throws SQLException;
}
