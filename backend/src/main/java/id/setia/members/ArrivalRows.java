package id.setia.members;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of members who come from another system. */
final class ArrivalRows {

    /** Fewer than MariaDB would turn into a table of their own (in_predicate_conversion_threshold). */
    private static final int MOST_VALUES = 500;

    private record NewRow(ArrivingMember member, Instant createdAt) {}

    private static final RowWriter<NewRow> ROWS = new RowWriter<>(
            310,
            """
            INSERT INTO member (
              id, state, name, birth_date, language, password_hash, enrolled_by, merged_into, joined_at, version,
              changed_at, arrival_hash)
            VALUES (?, 'unclaimed', ?, ?, ?, NULL, 'import', NULL, ?, 1, ?, ?)""",
            Comparator.comparing(row -> row.member().id()),
            (statement, row) -> {
                ArrivingMember member = row.member();
                statement.setBytes(1, UuidBytes.of(member.id()));
                statement.setString(2, member.name());
                statement.setObject(3, member.birthDate().orElse(null));
                statement.setString(4, member.language());
                statement.setObject(5, Sql.time(member.joinedAt()));
                statement.setObject(6, Sql.time(row.createdAt()));
                statement.setBytes(7, member.fingerprint());
            });

    private ArrivalRows() {}

    static void add(Batch batch, ArrivingMember member, Instant now) {
        batch.add(ROWS, new NewRow(member, now));
    }

    /** Who has the identifiers, read by the whole of their key: some hundred of a kind in one statement. */
    static Map<MemberReference, MemberArrivals.Holder> holders(
            Connection connection, Collection<MemberReference> references) throws SQLException {
        Map<MemberReference, MemberArrivals.Holder> holders = new HashMap<>();
        Collection<List<MemberReference>> alike = references.stream()
                .distinct()
                .collect(Collectors.groupingBy(reference -> List.of(reference.kind().value(), reference.issuer())))
                .values();
        for (List<MemberReference> some : alike) {
            for (int from = 0; from < some.size(); from += MOST_VALUES) {
                read(connection, some.subList(from, Math.min(from + MOST_VALUES, some.size())), holders);
            }
        }
        return holders;
    }

    private static void read(
            Connection connection, List<MemberReference> chunk, Map<MemberReference, MemberArrivals.Holder> holders)
            throws SQLException {
        MemberReference first = chunk.getFirst();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT i.value, i.member_id, m.arrival_hash
                FROM member_identifier i
                LEFT JOIN member m ON m.id = i.member_id
                WHERE i.kind = ? AND i.issuer = ? AND i.value IN\s""" + Sql.places(chunk))) {
            select.setString(1, first.kind().value());
            select.setBytes(2, first.issuerBytes());
            int place = 3;
            for (MemberReference reference : chunk) {
                select.setBytes(place++, reference.valueBytes());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holders.put(
                            new MemberReference(
                                    first.kind(),
                                    first.issuer(),
                                    new String(row.getBytes("value"), StandardCharsets.UTF_8)),
                            new MemberArrivals.Holder(
                                    Sql.id(row, "member_id"), Optional.ofNullable(row.getBytes("arrival_hash"))));
                }
            }
        }
    }
}
