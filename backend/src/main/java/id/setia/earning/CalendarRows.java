package id.setia.earning;

import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.UuidBytes;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code earning_calendar}. */
@Singleton
class CalendarRows {

    private static final Argument<List<Calendar.Span>> SPANS = Argument.listOf(Calendar.Span.class);

    private final SystemClock clock;
    private final Json json;

    CalendarRows(SystemClock clock, Json json) {
        this.clock = clock;
        this.json = json;
    }

    /** All of them, by their codes. */
    List<Calendar> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, code, name, spans, version
                FROM earning_calendar
                ORDER BY code""")) {
            return read(select);
        }
    }

    /** One of them, locked. */
    Optional<Calendar> lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, code, name, spans, version
                FROM earning_calendar
                WHERE id = ?
                FOR UPDATE""")) {
            select.setBytes(1, UuidBytes.of(id));
            return read(select).stream().findFirst();
        }
    }

    private List<Calendar> read(PreparedStatement select) throws SQLException {
        List<Calendar> calendars = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                calendars.add(new Calendar(
                        Sql.id(row, "id"),
                        row.getString("code"),
                        json.read(row.getString("name"), LocalText.class),
                        json.read(row.getString("spans"), SPANS),
                        row.getLong("version")));
            }
        }
        return calendars;
    }

    void insert(Connection connection, Calendar calendar, Optional<UUID> by) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO earning_calendar (name, spans, version, changed_by, changed_at, code, id)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            bind(insert, calendar, by);
            insert.setString(6, calendar.code());
            insert.setBytes(7, UuidBytes.of(calendar.id()));
            insert.executeUpdate();
        }
    }

    void update(Connection connection, Calendar calendar, Optional<UUID> by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE earning_calendar
                SET name = ?, spans = ?, version = ?, changed_by = ?, changed_at = ?
                WHERE id = ?""")) {
            bind(update, calendar, by);
            update.setBytes(6, UuidBytes.of(calendar.id()));
            update.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, Calendar calendar, Optional<UUID> by) throws SQLException {
        statement.setString(1, json.write(calendar.name()));
        statement.setString(2, json.write(calendar.spans()));
        statement.setLong(3, calendar.version());
        statement.setBytes(4, UuidBytes.of(by.orElse(null)));
        statement.setObject(5, Sql.time(clock.now()));
    }

    void delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM earning_calendar WHERE id = ?")) {
            delete.setBytes(1, UuidBytes.of(id));
            delete.executeUpdate();
        }
    }
}
