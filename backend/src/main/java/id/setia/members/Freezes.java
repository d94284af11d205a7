package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.SessionKind;
import id.setia.access.Sessions;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Freezing a membership whose phone or card is lost, and opening it again. Frozen, it earns and cannot spend; its main
 * card has a new number and the lost one finds nobody.
 */
@Singleton
class Freezes {

    private final MemberCards cards;
    private final Sessions sessions;
    private final MemberNews news;
    private final OwnMembership own;
    private final AuditTrail audit;
    private final ApplicationEventPublisher<MemberFrozen> publisher;
    private final Transactions transactions;
    private final BusinessClock clock;

    Freezes(
            MemberCards cards,
            Sessions sessions,
            MemberNews news,
            OwnMembership own,
            AuditTrail audit,
            ApplicationEventPublisher<MemberFrozen> publisher,
            Transactions transactions,
            BusinessClock clock) {
        this.cards = cards;
        this.sessions = sessions;
        this.news = news;
        this.own = own;
        this.audit = audit;
        this.publisher = publisher;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Freezes the membership; one that is frozen stays as it is. By staff, it ends every session of the member. */
    void freeze(Caller by, UUID memberId, String reason) {
        own.refuse(by, Set.of(memberId));
        transactions.write(connection -> {
            MemberState state = MemberStateRows.lock(connection, memberId);
            if (state == MemberState.FROZEN) {
                return null;
            }
            Instant now = clock.now();
            MemberStateRows.change(connection, memberId, MemberAct.FREEZE.after(state), now);
            MemberStateRows.noteFreeze(connection, memberId, now, MemberNews.kind(by));
            cards.replaceMain(connection, memberId);
            if (by instanceof Caller.SignedInStaff) {
                sessions.end(SessionKind.MEMBER, memberId);
            }
            publisher.publishEvent(new MemberFrozen(memberId, now));
            news.tell(by, memberId, "member.frozen", Map.of());
            audit.record(by, "member.frozen", "member", memberId, "state", "frozen", "reason", reason);
            return null;
        });
    }

    /** Opens the membership of somebody who has proven who they are; one that is open stays as it is. */
    void unfreeze(Caller by, UUID memberId, String reason) {
        own.refuse(by, Set.of(memberId));
        transactions.write(connection -> {
            MemberState state = MemberStateRows.lock(connection, memberId);
            if (state == MemberState.ACTIVE) {
                return null;
            }
            MemberStateRows.change(connection, memberId, MemberAct.UNFREEZE.after(state), clock.now());
            forget(connection, memberId);
            news.tell(by, memberId, "member.unfrozen", Map.of());
            audit.record(by, "member.unfrozen", "member", memberId, "state", "active", "reason", reason);
            return null;
        });
    }

    private static void forget(Connection connection, UUID memberId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM member_freeze WHERE member_id = ?")) {
            delete.setBytes(1, UuidBytes.of(memberId));
            delete.executeUpdate();
        }
    }
}
