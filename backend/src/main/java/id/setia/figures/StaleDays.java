package id.setia.figures;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Rows of {@code figure_stale}: days to be counted anew. */
@Singleton
class StaleDays {

    private static final int AT_ONCE = 500;

    private final Transactions transactions;

    StaleDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What of a day. */
    enum Kind {
        /** What was sold, who joined, what was redeemed. */
        SUMS,
        /** Who had bought by then. */
        BUYERS;

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void mark(Connection connection, Kind kind, Collection<LocalDate> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO figure_stale (kind, day)
                VALUES (?, ?)
                ON DUPLICATE KEY UPDATE day = VALUES(day)""")) {
            int waiting = 0;
            for (LocalDate day : new TreeSet<>(days)) {
                insert.setString(1, kind.value());
                insert.setObject(2, day);
                insert.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The latest day that is to be counted, for it is looked at first. */
    Optional<LocalDate> latest(Kind kind) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT MAX(day) AS day FROM figure_stale WHERE kind = ?")) {
                select.setString(1, kind.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject("day", LocalDate.class));
                }
            }
        });
    }

    /** All days that are to be counted. */
    NavigableSet<LocalDate> all(Kind kind) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT day FROM figure_stale WHERE kind = ?")) {
                select.setString(1, kind.value());
                NavigableSet<LocalDate> days = new TreeSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        days.add(row.getObject("day", LocalDate.class));
                    }
                }
                return days;
            }
        });
    }

    void counted(Connection connection, Kind kind, Collection<LocalDate> days) throws SQLException {
        List<LocalDate> all = List.copyOf(days);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<LocalDate> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM figure_stale WHERE kind = ? AND day IN " + Sql.places(some))) {
                delete.setString(1, kind.value());
                int place = 2;
                for (LocalDate day : some) {
                    delete.setObject(place++, day);
                }
                delete.executeUpdate();
            }
        }
    }
}
