package id.setia.members;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to who joined when. Who was merged into another is not counted: that other one joined. */
@Singleton
public class JoinedMembers {

    private static final String FROM = """
            FROM member m
            LEFT JOIN till_enrolment e ON e.member_id = m.id
            """;

    private final Transactions transactions;

    JoinedMembers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many joined from one moment until another, by the store that enrolled them; the others have none. */
    public Map<Optional<UUID>, Long> count(Instant from, Instant until) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT e.store_id, COUNT(*) AS members\n" + FROM + """
                    WHERE m.joined_at >= ? AND m.joined_at < ? AND m.merged_into IS NULL
                    GROUP BY e.store_id""")) {
                select.setObject(1, Sql.time(from));
                select.setObject(2, Sql.time(until));
                Map<Optional<UUID>, Long> joined = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        joined.put(Optional.ofNullable(Sql.id(row, "store_id")), row.getLong("members"));
                    }
                }
                return joined;
            }
        });
    }

    /** When the first from a moment on joined. */
    public Optional<Instant> firstFrom(Instant moment) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT MIN(joined_at) AS first FROM member WHERE joined_at >= ?")) {
                select.setObject(1, Sql.time(moment));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(Sql.instant(row, "first"));
                }
            }
        });
    }

    /** When each of some members joined. */
    public List<Instant> momentsOf(Collection<UUID> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        List<UUID> asked = Sql.padded(members);
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT joined_at FROM member WHERE id IN " + Sql.places(asked))) {
                Sql.bindIds(select, 1, asked);
                List<Instant> moments = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        moments.add(Sql.instant(row, "joined_at"));
                    }
                }
                return moments;
            }
        });
    }

    /** A page of those who joined from one moment until another, the latest first. */
    public Page<JoinedMember> page(
            Instant from, Instant until, Optional<UUID> storeId, Optional<String> cursor, int limit) {
        Place before = cursor.map(Place::read).orElse(new Place(until, new UUID(0, 0)));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT m.id, m.joined_at, e.store_id\n" + FROM + """
                    WHERE m.joined_at >= ? AND (m.joined_at < ? OR m.joined_at = ? AND m.id < ?)
                      AND m.merged_into IS NULL\s""" + (storeId.isPresent() ? "AND e.store_id = ?" : "") + """

                    ORDER BY m.joined_at DESC, m.id DESC
                    LIMIT ?""")) {
                select.setObject(1, Sql.time(from));
                select.setObject(2, Sql.time(before.moment()));
                select.setObject(3, Sql.time(before.moment()));
                select.setBytes(4, UuidBytes.of(before.id()));
                int place = 5;
                if (storeId.isPresent()) {
                    select.setBytes(place++, UuidBytes.of(storeId.get()));
                }
                select.setInt(place, limit + 1);
                return Page.of(read(select), limit, member -> new Place(member.joinedAt(), member.id()).cursor());
            }
        });
    }

    private static List<JoinedMember> read(PreparedStatement select) throws SQLException {
        List<JoinedMember> members = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                members.add(new JoinedMember(
                        Sql.id(row, "id"), Sql.instant(row, "joined_at"), Optional.ofNullable(Sql.id(row, "store_id"))));
            }
        }
        return members;
    }

    private record Place(Instant moment, UUID id) {

        static Place read(String cursor) {
            String[] parts = Cursor.place(cursor).split(" ");
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts.length == 2 ? parts[1] : ""));
            } catch (DateTimeException | IllegalArgumentException error) {
                throw Problem.invalid("/cursor", "cursor_unknown");
            }
        }

        String cursor() {
            return Cursor.of(moment + " " + id);
        }
    }
}
