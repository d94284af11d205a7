package id.setia.audiences;

import id.setia.kernel.Sheaf;
import id.setia.kernel.SheafPart;
import id.setia.kernel.Sql;
import id.setia.kernel.SqlCondition;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who meets conditions, asked of the database; and rows of {@code audience_member}. */
@Singleton
class AudienceMembers {

    private final Transactions transactions;

    AudienceMembers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many members, in one statement. */
    long count(SqlCondition condition) {
        return transactions.snapshot(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT COUNT(*)\nFROM member m\nWHERE " + condition.text())) {
                condition.bind(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** The next members after one, in the order of their ids. */
    List<UUID> after(SqlCondition condition, Optional<UUID> member, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT m.id\nFROM member m\nWHERE m.id > ? AND " + condition.text() + "\nORDER BY m.id\nLIMIT ?")) {
                select.setBytes(1, UuidBytes.of(member.orElse(new UUID(0, 0))));
                select.setInt(condition.bind(select, 2), limit);
                List<UUID> ids = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(Sql.id(row, "id"));
                    }
                }
                return ids;
            }
        });
    }

    /** Which of the conditions each of the members meets, in one statement for all; those who meet none have no answer. */
    Map<UUID, Set<UUID>> met(Map<UUID, SqlCondition> conditions, Collection<UUID> members) {
        List<UUID> names = List.copyOf(conditions.keySet());
        StringBuilder text = new StringBuilder("SELECT m.id");
        for (int index = 0; index < names.size(); index++) {
            text.append(", CASE WHEN ")
                    .append(conditions.get(names.get(index)).text())
                    .append(" THEN 1 ELSE 0 END AS met_")
                    .append(index);
        }
        text.append("\nFROM member m\nWHERE m.id IN ").append(Sql.places(members));
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text.toString())) {
                int place = 1;
                for (UUID name : names) {
                    place = conditions.get(name).bind(select, place);
                }
                Sql.bindIds(select, place, members);
                Map<UUID, Set<UUID>> met = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        for (int index = 0; index < names.size(); index++) {
                            if (row.getInt("met_" + index) == 1) {
                                met.computeIfAbsent(Sql.id(row, "id"), ignored -> new HashSet<>())
                                        .add(names.get(index));
                            }
                        }
                    }
                }
                return met;
            }
        });
    }

    /** Adds to the sheaf which of the conditions a member meets; known once that is read. */
    static Set<UUID> read(Map<UUID, SqlCondition> conditions, UUID memberId, Sheaf sheaf) {
        Map<String, UUID> asked = new LinkedHashMap<>();
        List<Object> values = new ArrayList<>();
        conditions.forEach((name, condition) -> {
            asked.put("CASE WHEN " + condition.text() + " THEN " + (asked.size() + 1) + " ELSE 0 END", name);
            values.addAll(condition.values());
        });
        values.add(memberId);
        SheafPart part = new SheafPart(
                "member m WHERE m.id = ?", List.of(), List.of(), List.copyOf(asked.keySet()), List.of());
        Set<UUID> met = new HashSet<>();
        sheaf.add(part, values, row -> {
            for (Map.Entry<String, UUID> one : asked.entrySet()) {
                if (row.flag(one.getKey())) {
                    met.add(one.getValue());
                }
            }
        });
        return met;
    }

    /** Adds members to an import's; those it has already stay. */
    void add(UUID listId, Collection<UUID> members) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO audience_member (list_id, member_id)
                    VALUES (?, ?)
                    ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)""")) {
                for (UUID member : members.stream().sorted().toList()) {
                    insert.setBytes(1, UuidBytes.of(listId));
                    insert.setBytes(2, UuidBytes.of(member));
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    long size(UUID listId) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT COUNT(*) FROM audience_member WHERE list_id = ?")) {
                select.setBytes(1, UuidBytes.of(listId));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Deletes some of an import's members; says how many. */
    int clear(UUID listId, int most) {
        return transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("""
                    DELETE FROM audience_member
                    WHERE list_id = ?
                    ORDER BY member_id
                    LIMIT ?""")) {
                delete.setBytes(1, UuidBytes.of(listId));
                delete.setInt(2, most);
                return delete.executeUpdate();
            }
        });
    }
}
