package id.setia.posting;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code birthday_run}. */
@Singleton
class BirthdayRunRows {

    private final Transactions transactions;

    BirthdayRunRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * How far the run of a day is.
     *
     * @param afterMember the last member it reached
     * @param given how many members it gave points
     */
    record Run(boolean done, Optional<UUID> afterMember, long given) {}

    Optional<LocalDate> lastDone() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT MAX(program_date) AS last_done FROM birthday_run WHERE state = 'done'");
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getObject("last_done", LocalDate.class))
                        : Optional.empty();
            }
        });
    }

    Optional<Run> find(LocalDate day) {
        return find(day, "");
    }

    Optional<Run> lock(LocalDate day) {
        return find(day, " FOR UPDATE");
    }

    private Optional<Run> find(LocalDate day, String lock) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT state, after_member, given FROM birthday_run WHERE program_date = ?" + lock)) {
                select.setObject(1, day);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Run(
                                    row.getString("state").equals("done"),
                                    Optional.ofNullable(Sql.id(row, "after_member")),
                                    row.getLong("given")))
                            : Optional.empty();
                }
            }
        });
    }

    void begin(LocalDate day, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO birthday_run (program_date, state, after_member, given, started_at)
                    VALUES (?, 'running', NULL, 0, ?)""")) {
                insert.setObject(1, day);
                insert.setObject(2, Sql.time(now));
                return insert.executeUpdate();
            }
        });
    }

    /** Notes how far a locked run is. */
    void advance(LocalDate day, UUID member, long more) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE birthday_run
                    SET after_member = ?, given = given + ?
                    WHERE program_date = ?""")) {
                update.setBytes(1, UuidBytes.of(member));
                update.setLong(2, more);
                update.setObject(3, day);
                return update.executeUpdate();
            }
        });
    }

    void finish(LocalDate day, Instant now) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE birthday_run
                    SET state = 'done', finished_at = ?
                    WHERE program_date = ?""")) {
                update.setObject(1, Sql.time(now));
                update.setObject(2, day);
                return update.executeUpdate();
            }
        });
    }
}
