package id.setia.members;

import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to all members, page by page, for work that goes over everybody. */
@Singleton
public class MemberPages {

    private static final Set<String> GONE = Set.of("closed", "erased");

    private final Transactions transactions;

    MemberPages(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Row(UUID id, String state, Optional<UUID> mergedInto) {}

    /**
     * Some members, in the order of their ids.
     *
     * @param first id of the first of them, whoever it is
     * @param last id of the last of them
     * @param livesOn for each id who the member is now: itself, or of one merged whom they live on as; without those gone
     */
    public record MemberPage(UUID first, UUID last, Map<UUID, UUID> livesOn) {}

    /** The next members after one, at most so many; nothing after the last. */
    public Optional<MemberPage> after(Optional<UUID> member, int limit) {
        List<Row> rows = transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, state, merged_into
                    FROM member
                    WHERE id > ?
                    ORDER BY id
                    LIMIT ?""")) {
                select.setBytes(1, UuidBytes.of(member.orElse(new UUID(0, 0))));
                select.setInt(2, limit);
                return read(select);
            }
        });
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberPage(rows.getFirst().id(), rows.getLast().id(), livesOn(rows)));
    }

    private Map<UUID, UUID> livesOn(List<Row> page) {
        Map<UUID, Row> known = page.stream().collect(Collectors.toMap(Row::id, row -> row, (one, same) -> one, HashMap::new));
        for (Set<UUID> missing = missing(known); !missing.isEmpty(); missing = missing(known)) {
            find(missing).forEach(row -> known.put(row.id(), row));
        }
        Map<UUID, UUID> livesOn = new HashMap<>();
        for (Row row : page) {
            Row now = row;
            while (now.mergedInto().isPresent()) {
                now = known.get(now.mergedInto().get());
            }
            if (!GONE.contains(now.state())) {
                livesOn.put(row.id(), now.id());
            }
        }
        return livesOn;
    }

    private static Set<UUID> missing(Map<UUID, Row> known) {
        return known.values().stream()
                .flatMap(row -> row.mergedInto().stream())
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Row> find(Set<UUID> ids) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, state, merged_into
                    FROM member
                    WHERE id IN\s""" + Sql.places(ids))) {
                Sql.bindIds(select, 1, ids);
                return read(select);
            }
        });
    }

    private static List<Row> read(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(
                        Sql.id(row, "id"), row.getString("state"), Optional.ofNullable(Sql.id(row, "merged_into"))));
            }
        }
        return rows;
    }
}
