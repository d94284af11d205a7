package id.setia.posting;

import id.setia.kernel.Batch;
import id.setia.kernel.RowWriter;
import id.setia.kernel.Sql;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of {@code member_event} and {@code member_event_grant}: only added, never changed. */
@Singleton
class MemberEventRows {

    private static final RowWriter<MemberEvent> EVENTS = new RowWriter<>(
            630,
            """
            INSERT INTO member_event (
              id, member_id, code, partner_id, event_key, occurred_at, recorded_at, points, judgement)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            Comparator.comparing(MemberEvent::id),
            (statement, event) -> {
                statement.setBytes(1, UuidBytes.of(event.id()));
                statement.setBytes(2, UuidBytes.of(event.memberId()));
                statement.setString(3, event.code());
                statement.setBytes(4, UuidBytes.of(event.partnerId()));
                statement.setBytes(5, event.key());
                statement.setObject(6, Sql.time(event.occurredAt()));
                statement.setObject(7, Sql.time(event.recordedAt()));
                statement.setLong(8, event.points());
                statement.setString(9, event.judgement());
            });

    private static final RowWriter<Grant> GRANTS = new RowWriter<>(
            640,
            """
            INSERT INTO member_event_grant (member_id, rule_id, event_id, program_date)
            VALUES (?, ?, ?, ?)""",
            Comparator.comparing((Grant grant) -> grant.giving().memberId())
                    .thenComparing(grant -> grant.giving().ruleId())
                    .thenComparing(Grant::eventId),
            (statement, grant) -> {
                statement.setBytes(1, UuidBytes.of(grant.giving().memberId()));
                statement.setBytes(2, UuidBytes.of(grant.giving().ruleId()));
                statement.setBytes(3, UuidBytes.of(grant.eventId()));
                statement.setObject(4, grant.day());
            });

    private static final String ONE = "member_id = ? AND code = ? AND partner_id = ? AND event_key = ?";

    /** What a partner calls an event of a member's. */
    record Key(String code, UUID partnerId, ByteBuffer key) {

        private static Key of(MemberEvent event) {
            return new Key(event.code(), event.partnerId(), ByteBuffer.wrap(event.key()));
        }
    }

    private record Giving(UUID memberId, UUID ruleId) {}

    private record Grant(Giving giving, UUID eventId, LocalDate day) {}

    /** Events told of in one transaction, and what rules gave their members before; each read once for all. */
    static final class Desk {

        private final Map<UUID, List<UUID>> families;
        private final List<MemberEvent> events;
        private final Map<Giving, LocalDate> given;

        private Desk(Map<UUID, List<UUID>> families, List<MemberEvent> events, Map<Giving, LocalDate> given) {
            this.families = families;
            this.events = events;
            this.given = given;
        }

        /** The event a partner told of under a key, of a member or of those who live on as them. */
        Optional<MemberEvent> find(UUID living, Key key) {
            return events.stream()
                    .filter(event -> families.get(living).contains(event.memberId()) && Key.of(event).equals(key))
                    .findFirst();
        }

        /** The last day on which a rule gave a member, or those who live on as them, points. */
        Optional<LocalDate> lastGiven(UUID living, UUID ruleId) {
            return families.get(living).stream()
                    .flatMap(member -> Optional.ofNullable(given.get(new Giving(member, ruleId))).stream())
                    .max(Comparator.naturalOrder());
        }

        void add(Batch batch, MemberEvent event, Collection<UUID> giving, LocalDate day) {
            events.add(event);
            batch.add(EVENTS, event);
            for (UUID rule : giving) {
                Giving gave = new Giving(event.memberId(), rule);
                given.put(gave, day);
                batch.add(GRANTS, new Grant(gave, event.id(), day));
            }
        }
    }

    /** An event as a partner may have told of it before. */
    record Told(UUID memberId, Key key) {}

    /**
     * The desk of a transaction that has locked the members.
     *
     * @param families those who live on as each member, and the member
     * @param told of living members
     * @param limited rules that may not give whenever something happens
     */
    Desk desk(Connection connection, Map<UUID, List<UUID>> families, Collection<Told> told, Set<UUID> limited)
            throws SQLException {
        Set<UUID> members = new HashSet<>();
        families.values().forEach(members::addAll);
        Set<Told> perhaps = new HashSet<>();
        told.forEach(one -> families.get(one.memberId()).forEach(member -> perhaps.add(new Told(member, one.key()))));
        return new Desk(families, find(connection, perhaps), given(connection, members, limited));
    }

    private static List<MemberEvent> find(Connection connection, Collection<Told> perhaps) throws SQLException {
        List<MemberEvent> found = new ArrayList<>();
        if (perhaps.isEmpty()) {
            return found;
        }
        List<Told> asked = Sql.padded(perhaps);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, member_id, code, partner_id, event_key, occurred_at, recorded_at, points, judgement
                FROM member_event
                WHERE\s""" + String.join("\nOR ", Collections.nCopies(asked.size(), ONE)))) {
            int place = 1;
            for (Told one : asked) {
                select.setBytes(place++, UuidBytes.of(one.memberId()));
                select.setString(place++, one.key().code());
                select.setBytes(place++, UuidBytes.of(one.key().partnerId()));
                select.setBytes(place++, one.key().key().array());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(event(row));
                }
            }
        }
        return found;
    }

    private static MemberEvent event(ResultSet row) throws SQLException {
        return new MemberEvent(
                Sql.id(row, "id"),
                Sql.id(row, "member_id"),
                row.getString("code"),
                Sql.id(row, "partner_id"),
                row.getBytes("event_key"),
                Sql.instant(row, "occurred_at"),
                Sql.instant(row, "recorded_at"),
                row.getLong("points"),
                row.getString("judgement"));
    }

    private static Map<Giving, LocalDate> given(Connection connection, Collection<UUID> members, Set<UUID> rules)
            throws SQLException {
        Map<Giving, LocalDate> given = new HashMap<>();
        if (members.isEmpty() || rules.isEmpty()) {
            return given;
        }
        List<UUID> ids = Sql.padded(members);
        List<UUID> limited = Sql.padded(rules);
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT member_id, rule_id, MAX(program_date) AS latest
                FROM member_event_grant
                WHERE member_id IN\s""" + Sql.places(ids) + " AND rule_id IN " + Sql.places(limited) + """

                GROUP BY member_id, rule_id""")) {
            Sql.bindIds(select, Sql.bindIds(select, 1, ids), limited);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    given.put(
                            new Giving(Sql.id(row, "member_id"), Sql.id(row, "rule_id")),
                            row.getObject("latest", LocalDate.class));
                }
            }
        }
        return given;
    }
}
