package id.setia.audiences;

import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code audience}. */
@Singleton
class AudienceRows {

    private static final String ACTIVE = "active";
    private static final String DELETED = "deleted";
    private static final String LIST = "list";
    private static final String CRITERIA = "criteria";
    private static final String COLUMNS = """
            SELECT id, name, criteria, list_id, members, version, changed_at
            FROM audience
            """;

    private final Transactions transactions;
    private final Json json;

    AudienceRows(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /** Those not deleted, by name. */
    List<SavedAudience> all() {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE state = ?\nORDER BY name, id")) {
                select.setString(1, ACTIVE);
                return read(select);
            }
        });
    }

    /** One that is not deleted, locked until the transaction ends. */
    Optional<SavedAudience> lock(UUID id) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ? AND state = ? FOR UPDATE")) {
                select.setBytes(1, UuidBytes.of(id));
                select.setString(2, ACTIVE);
                return read(select).stream().findFirst();
            }
        });
    }

    private List<SavedAudience> read(PreparedStatement select) throws SQLException {
        List<SavedAudience> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new SavedAudience(
                        Sql.id(row, "id"),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("criteria")).map(text -> json.read(text, Criterion.class)),
                        Optional.ofNullable(Sql.id(row, "list_id")),
                        row.getLong("members"),
                        row.getLong("version"),
                        Sql.instant(row, "changed_at")));
            }
        }
        return found;
    }

    void add(SavedAudience audience) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO audience (
                      name, criteria, list_id, members, version, changed_at, id, kind, state, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                bind(insert, audience);
                insert.setString(8, audience.isList() ? LIST : CRITERIA);
                insert.setString(9, ACTIVE);
                insert.setObject(10, Sql.time(audience.changedAt()));
                return insert.executeUpdate();
            }
        });
    }

    /** Writes over the one locked before. */
    void write(SavedAudience audience) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE audience
                    SET name = ?, criteria = ?, list_id = ?, members = ?, version = ?, changed_at = ?
                    WHERE id = ?""")) {
                bind(update, audience);
                return update.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement statement, SavedAudience audience) throws SQLException {
        statement.setString(1, audience.name());
        statement.setString(2, audience.criteria().map(json::write).orElse(null));
        statement.setBytes(3, UuidBytes.of(audience.listId().orElse(null)));
        statement.setLong(4, audience.listed());
        statement.setLong(5, audience.version());
        statement.setObject(6, Sql.time(audience.changedAt()));
        statement.setBytes(7, UuidBytes.of(audience.id()));
    }

    /** Nobody sees it any more. */
    void delete(UUID id) {
        transactions.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE audience SET state = ? WHERE id = ?")) {
                update.setString(1, DELETED);
                update.setBytes(2, UuidBytes.of(id));
                return update.executeUpdate();
            }
        });
    }
}
