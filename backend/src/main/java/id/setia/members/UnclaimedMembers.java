package id.setia.members;

import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.messages.MessageQueue;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door to memberships begun at a till that nobody has claimed: how long they have been quiet, and their end. */
@Singleton
public class UnclaimedMembers {

    private final Transactions transactions;
    private final PhoneMessages phones;
    private final MemberPresence presence;
    private final MessageQueue messages;
    private final Outbox outbox;
    private final Json json;
    private final IdMaker ids;
    private final SystemClock clock;

    UnclaimedMembers(
            Transactions transactions,
            PhoneMessages phones,
            MemberPresence presence,
            MessageQueue messages,
            Outbox outbox,
            Json json,
            IdMaker ids,
            SystemClock clock) {
        this.transactions = transactions;
        this.phones = phones;
        this.presence = presence;
        this.messages = messages;
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A membership nobody has claimed.
     *
     * @param countedFrom the later of enrolment and last purchase, as last seen
     * @param warnedAt when its phone was told that the end is near
     */
    public record Unclaimed(UUID memberId, Instant countedFrom, Optional<Instant> warnedAt) {}

    /** Those that had seen nothing since the moment, the longest first, after one of them. */
    public List<Unclaimed> quietSince(Instant moment, Optional<Unclaimed> after, int limit) {
        Instant place = after.map(Unclaimed::countedFrom).orElse(Instant.EPOCH);
        UUID placeId = after.map(Unclaimed::memberId).orElse(new UUID(0, 0));
        return transactions.read(connection -> TillEnrolmentRows.quietSince(connection, moment, place, placeId, limit).stream()
                .map(row -> new Unclaimed(row.memberId(), row.countedFrom().orElseThrow(), row.warnedAt()))
                .toList());
    }

    /** Counts the time anew from a purchase that was later than what was known. */
    public void countFrom(UUID memberId, Instant moment) {
        transactions.write(connection -> {
            TillEnrolmentRows.countFrom(connection, memberId, moment);
            return null;
        });
    }

    /** Notes that the end is near; answers whether a message could go to the phone. */
    public boolean warn(UUID memberId, String text, Instant at) {
        return transactions.write(connection -> {
            TillEnrolmentRows.warned(connection, memberId, at);
            return phone(connection, memberId)
                    .map(phone -> phones.send(memberId, phone, text))
                    .orElse(false);
        });
    }

    private static Optional<String> phone(Connection connection, UUID memberId) throws SQLException {
        return IdentifierRows.of(connection, memberId).stream()
                .filter(row -> row.reference().kind() == MemberReference.Kind.PHONE)
                .map(row -> row.reference().value())
                .findFirst();
    }

    /** The unclaimed membership that the phone alone proves, if that is whose it is; others take a second proof. */
    Optional<UUID> behind(Connection connection, Contact contact) throws SQLException {
        return switch (contact) {
            case Contact.Email email -> Optional.empty();
            case Contact.Phone phone -> holder(connection, phone).filter(presence::phoneAloneProves);
        };
    }

    /** The unclaimed membership of the phone. */
    Optional<UUID> holder(Connection connection, Contact.Phone phone) throws SQLException {
        Optional<UUID> holder = ContactRows.holder(connection, phone).map(ContactRows.Row::memberId);
        if (holder.isEmpty()) {
            return holder;
        }
        MemberRows.Row member =
                MemberRows.select(connection, List.of(holder.get())).get(holder.get());
        return holder.filter(id -> member.state() == MemberState.UNCLAIMED);
    }

    /** Locks the membership; before its points, as every act on a membership does. */
    public void lock(Connection connection, UUID memberId) throws SQLException {
        MemberStateRows.lock(connection, memberId);
    }

    /**
     * Removes what names the person, in the running transaction: name, phone, cards and every other identifier, messages
     * and the cashier's note. What they bought stays as facts of nobody known.
     *
     * @return false when the membership was claimed or erased meanwhile; then nothing changes
     */
    public boolean erase(Connection connection, UUID memberId, Instant at) throws SQLException {
        if (!changeState(connection, memberId)) {
            TillEnrolmentRows.end(connection, memberId);
            return false;
        }
        delete(connection, "DELETE FROM member_identifier WHERE member_id = ?", memberId);
        delete(connection, "DELETE FROM member_claim WHERE member_id = ?", memberId);
        delete(connection, "UPDATE member SET name = '', birth_date = NULL WHERE merged_into = ?", memberId);
        delete(connection, "UPDATE till_enrolment SET counted_from = NULL, cashier = NULL WHERE member_id = ?", memberId);
        messages.forget(memberId);
        String payload = json.write(Map.of("memberId", PublicId.MEMBER.format(memberId)));
        outbox.write(new Event(ids.next(), Optional.of(memberId), 0, "member.erased", 1, payload, at, clock.now()));
        return true;
    }

    private boolean changeState(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member
                SET state = 'erased', name = '', birth_date = NULL, version = version + 1, changed_at = ?
                WHERE id = ? AND state = 'unclaimed'""")) {
            update.setObject(1, Sql.time(clock.now()));
            update.setBytes(2, UuidBytes.of(memberId));
            return update.executeUpdate() == 1;
        }
    }

    private static void delete(Connection connection, String sql, UUID memberId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, UuidBytes.of(memberId));
            statement.executeUpdate();
        }
    }
}
