package id.setia.program;

import id.setia.kernel.LocalText;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.ZoneId;
import java.util.Optional;

/** The door to the programme and its settings. */
@Singleton
public class ProgramSettings {

    private final Transactions transactions;
    private final SystemClock clock;
    private volatile Program current;

    ProgramSettings(Transactions transactions, SystemClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The programme in force.
     *
     * @throws IllegalStateException before one was founded
     */
    public Program current() {
        Program known = current;
        if (known == null) {
            known = find().orElseThrow(() -> new IllegalStateException("no programme has been founded yet"));
            current = known;
        }
        return known;
    }

    public Optional<Program> find() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            SELECT name, currency, time_zone, points_name_id, points_name_en, point_worth, demo
                            FROM program
                            WHERE id = 1""");
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Program(
                                row.getString("name"),
                                row.getString("currency"),
                                ZoneId.of(row.getString("time_zone")),
                                LocalText.of(row.getString("points_name_id"), row.getString("points_name_en")),
                                row.getBigDecimal("point_worth").stripTrailingZeros(),
                                row.getBoolean("demo")))
                        : Optional.empty();
            }
        });
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
                upsert.setString(1, program.name());
                upsert.setString(2, program.currency());
                upsert.setString(3, program.timeZone().getId());
                upsert.setString(4, program.pointsName().id());
                upsert.setString(5, program.pointsName().en());
                upsert.setBigDecimal(6, program.pointWorth());
                upsert.setBoolean(7, program.demo());
                upsert.setObject(8, Sql.time(clock.now()));
                return upsert.executeUpdate();
            }
        });
        current = program;
    }
}
