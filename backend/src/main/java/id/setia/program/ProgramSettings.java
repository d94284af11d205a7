package id.setia.program;

import id.setia.kernel.Epochs;
import id.setia.kernel.LocalText;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** The door to the programme. A change acts on every node within a second. */
@Singleton
public class ProgramSettings {

    private static final String EPOCH = "program";

    private final Transactions transactions;
    private final SystemClock clock;
    private final Epochs epochs;
    private final Epochs.Cached<Optional<Program>> known;

    ProgramSettings(Transactions transactions, SystemClock clock, Epochs epochs) {
        this.transactions = transactions;
        this.clock = clock;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, this::find);
    }

    /**
     * The programme in force.
     *
     * @throws IllegalStateException before one was founded
     */
    public Program current() {
        return known.get().or(this::foundSince).orElseThrow(() -> new IllegalStateException("no programme has been founded yet"));
    }

    /** Right after the founding the memory may still be of before. */
    private Optional<Program> foundSince() {
        known.forget();
        return known.get();
    }

    public Optional<Program> find() {
        return transactions.read(connection -> row(connection, "").map(Setting::value));
    }

    /** The programme as it stands in the database, with its version. */
    public Setting<Program> stored() {
        return transactions.read(connection -> row(connection, "").orElseThrow());
    }

    private static Optional<Setting<Program>> row(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        SELECT name, currency, time_zone, points_name_id, points_name_en, point_worth, demo, version
                        FROM program
                        WHERE id = 1""" + lock);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Setting<>(
                            new Program(
                                    row.getString("name"),
                                    row.getString("currency"),
                                    ZoneId.of(row.getString("time_zone")),
                                    LocalText.of(row.getString("points_name_id"), row.getString("points_name_en")),
                                    row.getBigDecimal("point_worth").stripTrailingZeros(),
                                    row.getBoolean("demo")),
                            new Version(row.getLong("version"))))
                    : Optional.empty();
        }
    }

    /** Founds the programme of a new deployment, or restates it while it has no purchase. */
    public void found(Program program) {
        transactions.write(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO program (
                      id, name, currency, time_zone, points_name_id, points_name_en, point_worth, demo, created_at)
                    VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                      name = VALUES(name), currency = VALUES(currency), time_zone = VALUES(time_zone),
                      points_name_id = VALUES(points_name_id), points_name_en = VALUES(points_name_en),
                      point_worth = VALUES(point_worth), demo = VALUES(demo)""")) {
                int next = bind(upsert, program);
                upsert.setBoolean(next, program.demo());
                upsert.setObject(next + 1, Sql.time(clock.now()));
                upsert.executeUpdate();
            }
            epochs.advance(EPOCH);
            return null;
        });
        known.forget();
    }

    private static int bind(PreparedStatement statement, Program program) throws SQLException {
        statement.setString(1, program.name());
        statement.setString(2, program.currency());
        statement.setString(3, program.timeZone().getId());
        statement.setString(4, program.pointsName().id());
        statement.setString(5, program.pointsName().en());
        statement.setBigDecimal(6, program.pointWorth());
        return 7;
    }

    /**
     * Puts the programme in the place of the one of the version given.
     *
     * @throws id.setia.kernel.Problem {@code changed_meanwhile} when it is at another version
     */
    public Setting<Program> change(Program program, Version from) {
        Setting<Program> changed = transactions.write(connection -> {
            from.mustBe(row(connection, " FOR UPDATE").orElseThrow().version().number());
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE program
                    SET name = ?, currency = ?, time_zone = ?, points_name_id = ?, points_name_en = ?, point_worth = ?,
                      version = ?
                    WHERE id = 1""")) {
                int next = bind(update, program);
                update.setLong(next, from.number() + 1);
                update.executeUpdate();
            }
            epochs.advance(EPOCH);
            return new Setting<>(program, new Version(from.number() + 1));
        });
        known.forget();
        return changed;
    }

    /** Reads it anew at the next use, after changes that were part of a larger transaction. */
    public void refresh() {
        known.forget();
    }
}
