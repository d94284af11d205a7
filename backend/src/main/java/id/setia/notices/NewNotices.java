package id.setia.notices;

import id.setia.kernel.Batch;
import id.setia.kernel.Json;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds notices, many in one statement, each source once for each member. */
@Singleton
class NewNotices {

    private static final int SOURCES_AT_ONCE = 100;

    private final RowWriter<Notice> writer;

    NewNotices(Json json) {
        this.writer = new RowWriter<>(
                1,
                """
                INSERT INTO notice (member_id, id, source, kind, figures, happened_at, sent, seen)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                Comparator.comparing(Notice::memberId).thenComparing(Notice::id),
                (statement, notice) -> {
                    statement.setBytes(1, UuidBytes.of(notice.memberId()));
                    statement.setBytes(2, UuidBytes.of(notice.id()));
                    statement.setString(3, notice.source());
                    statement.setString(4, notice.kind().value());
                    statement.setString(5, json.write(notice.figures()));
                    statement.setObject(6, Sql.time(notice.happenedAt()));
                    statement.setString(7, NoticeRows.text(notice.sent()));
                    statement.setBoolean(8, notice.seen());
                });
    }

    /** What a member is told of once. */
    private record Key(UUID memberId, String source) {

        static Key of(Notice notice) {
            return new Key(notice.memberId(), notice.source());
        }
    }

    /** Adds them, but none of whose source the member was told before; answers those that were added, in their order. */
    List<Notice> add(Connection connection, List<Notice> notices) throws SQLException {
        Map<Key, Notice> firsts = new LinkedHashMap<>();
        notices.forEach(notice -> firsts.putIfAbsent(Key.of(notice), notice));
        try {
            insert(connection, firsts.values());
            return List.copyOf(firsts.values());
        } catch (SQLException error) {
            if (Sql.isDuplicateKey(error)) {
                return addUntold(connection, firsts);
            }
            throw error;
        }
    }

    /** A long statement is sent in parts, of which those before the one that failed stand. */
    private List<Notice> addUntold(Connection connection, Map<Key, Notice> firsts) throws SQLException {
        Map<Key, UUID> stored = stored(connection, List.copyOf(firsts.keySet()));
        firsts.values().removeIf(notice ->
                !stored.getOrDefault(Key.of(notice), notice.id()).equals(notice.id()));
        insert(
                connection,
                firsts.values().stream().filter(notice -> !stored.containsKey(Key.of(notice))).toList());
        return List.copyOf(firsts.values());
    }

    private void insert(Connection connection, Collection<Notice> notices) throws SQLException {
        Batch batch = new Batch();
        notices.forEach(notice -> batch.add(writer, notice));
        batch.flush(connection);
    }

    private static Map<Key, UUID> stored(Connection connection, List<Key> keys) throws SQLException {
        Map<Key, UUID> stored = new HashMap<>();
        for (int from = 0; from < keys.size(); from += SOURCES_AT_ONCE) {
            List<Key> some = keys.subList(from, Math.min(from + SOURCES_AT_ONCE, keys.size()));
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT member_id, source, id
                    FROM notice
                    WHERE\s""" + String.join(" OR ", Collections.nCopies(some.size(), "(member_id = ? AND source = ?)")))) {
                int place = 1;
                for (Key key : some) {
                    select.setBytes(place++, UuidBytes.of(key.memberId()));
                    select.setString(place++, key.source());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        stored.put(new Key(Sql.id(row, "member_id"), row.getString("source")), Sql.id(row, "id"));
                    }
                }
            }
        }
        return stored;
    }
}
