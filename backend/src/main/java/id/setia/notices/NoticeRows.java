package id.setia.notices;

import id.setia.kernel.Json;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of notices. */
@Singleton
class NoticeRows {

    private static final String COLUMNS = """
            SELECT member_id, id, source, kind, figures, happened_at, sent, seen
            FROM notice
            """;

    private final Json json;

    NoticeRows(Json json) {
        this.json = json;
    }

    /** The member's notices before one of them, the latest first. */
    List<Notice> before(Connection connection, UUID memberId, UUID before, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + """
                WHERE member_id = ? AND id < ?
                ORDER BY id DESC
                LIMIT ?""")) {
            select.setBytes(1, UuidBytes.of(memberId));
            select.setBytes(2, UuidBytes.of(before));
            select.setInt(3, limit);
            return read(select);
        }
    }

    List<Notice> of(Connection connection, UUID memberId, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "WHERE member_id = ? AND id IN " + Sql.places(ids) + " ORDER BY id")) {
            select.setBytes(1, UuidBytes.of(memberId));
            Sql.bindIds(select, 2, ids);
            return read(select);
        }
    }

    private List<Notice> read(PreparedStatement select) throws SQLException {
        List<Notice> notices = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                notices.add(new Notice(
                        Sql.id(row, "member_id"),
                        Sql.id(row, "id"),
                        row.getString("source"),
                        NoticeKind.of(row.getString("kind")),
                        json.read(row.getString("figures"), Figures.class),
                        Sql.instant(row, "happened_at"),
                        channels(row.getString("sent")),
                        row.getBoolean("seen")));
            }
        }
        return notices;
    }

    int unseen(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM notice WHERE member_id = ? AND seen = 0")) {
            select.setBytes(1, UuidBytes.of(memberId));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Everything up to the notice was seen. */
    void see(Connection connection, UUID memberId, UUID upTo) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE notice
                SET seen = 1
                WHERE member_id = ? AND seen = 0 AND id <= ?""")) {
            update.setBytes(1, UuidBytes.of(memberId));
            update.setBytes(2, UuidBytes.of(upTo));
            update.executeUpdate();
        }
    }

    void sent(Connection connection, Notice notice, NoticeChannel channel) throws SQLException {
        Set<NoticeChannel> sent = EnumSet.of(channel);
        sent.addAll(notice.sent());
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE notice SET sent = ? WHERE member_id = ? AND id = ?")) {
            update.setString(1, text(sent));
            update.setBytes(2, UuidBytes.of(notice.memberId()));
            update.setBytes(3, UuidBytes.of(notice.id()));
            update.executeUpdate();
        }
    }

    /** Removes everything of a member who was erased. */
    void forget(Connection connection, UUID memberId) throws SQLException {
        for (String table : List.of("notice", "notice_delivery", "notice_choice", "notice_zone")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE member_id = ?")) {
                delete.setBytes(1, UuidBytes.of(memberId));
                delete.executeUpdate();
            }
        }
    }

    static String text(Set<NoticeChannel> channels) {
        return channels.stream().sorted().map(NoticeChannel::value).collect(Collectors.joining(" "));
    }

    private static Set<NoticeChannel> channels(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(NoticeChannel::of).collect(Collectors.toSet());
    }
}
