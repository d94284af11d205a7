package id.setia.program;

import id.setia.kernel.Epochs;
import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The door to what an administrator may set: one record per name, owned by the room whose policy it is. A change acts on
 * every node within a second.
 */
@Singleton
public class Settings {

    private static final String EPOCH = "settings";

    private final Transactions transactions;
    private final SystemClock clock;
    private final Json json;
    private final Epochs epochs;
    private final Epochs.Cached<Known> known;

    Settings(Transactions transactions, SystemClock clock, Json json, Epochs epochs) {
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, this::all);
    }

    private record Row(String value, long version) {}

    private record Known(Map<String, Row> rows, Map<String, Setting<?>> read) {}

    /** The setting in force, or the other value while nobody has changed it. */
    @SuppressWarnings("unchecked")
    public <T> Setting<T> read(String name, Class<T> type, T otherwise) {
        Known now = known.get();
        Row row = now.rows().get(name);
        return row == null
                ? new Setting<>(otherwise, new Version(0))
                : (Setting<T>) now.read()
                        .computeIfAbsent(name, ignored -> new Setting<>(
                                json.read(row.value(), type), new Version(row.version())));
    }

    /**
     * Puts a value in the place of the one of the version given.
     *
     * @throws id.setia.kernel.Problem {@code changed_meanwhile} when the setting is at another version
     */
    public <T> Setting<T> change(String name, T value, Version from) {
        return transactions.write(connection -> {
            transactions.afterCommit(known::forget);
            from.mustBe(lockedVersion(connection, name));
            upsert(connection, name, json.write(value), from.number() + 1);
            epochs.advance(EPOCH);
            return new Setting<>(value, new Version(from.number() + 1));
        });
    }

    private static long lockedVersion(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT version FROM program_setting WHERE name = ? FOR UPDATE")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void upsert(Connection connection, String name, String value, long version) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO program_setting (name, value, version, changed_at)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  value = VALUES(value), version = VALUES(version), changed_at = VALUES(changed_at)""")) {
            upsert.setString(1, name);
            upsert.setString(2, value);
            upsert.setLong(3, version);
            upsert.setObject(4, Sql.time(clock.now()));
            upsert.executeUpdate();
        }
    }

    private Known all() {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT name, value, version FROM program_setting");
                    ResultSet row = select.executeQuery()) {
                Map<String, Row> rows = new HashMap<>();
                while (row.next()) {
                    rows.put(row.getString("name"), new Row(row.getString("value"), row.getLong("version")));
                }
                return new Known(rows, new ConcurrentHashMap<>());
            }
        });
    }
}
