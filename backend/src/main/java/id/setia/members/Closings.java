package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.SessionKind;
import id.setia.access.Sessions;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Transactions;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ending a membership: asked for first, final after fourteen days in which everything stays and the member may change
 * their mind. Then points lapse, contacts are free for others, and nobody signs in any more.
 */
@Singleton
class Closings {

    static final Duration TO_CHANGE_ONES_MIND = Duration.ofDays(14);

    private static final int AT_ONCE = 100;
    private static final Caller PROGRAM = new Caller.Stranger();

    private final Sessions sessions;
    private final MemberNews news;
    private final ApplicationEventPublisher<MemberClosed> publisher;
    private final OwnMembership own;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final BusinessClock clock;

    Closings(
            Sessions sessions,
            MemberNews news,
            ApplicationEventPublisher<MemberClosed> publisher,
            OwnMembership own,
            AuditTrail audit,
            Transactions transactions,
            BusinessClock clock) {
        this.sessions = sessions;
        this.news = news;
        this.publisher = publisher;
        this.own = own;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes down that the membership is to end; asked for again, the first date stays. */
    void ask(Caller by, UUID memberId, String reason) {
        own.refuse(by, Set.of(memberId));
        transactions.write(connection -> {
            MemberAct.ASK_TO_CLOSE.after(MemberStateRows.lock(connection, memberId));
            if (ClosingRows.ahead(connection, memberId).isPresent()) {
                return null;
            }
            Instant now = clock.now();
            Instant finalAt = now.plus(TO_CHANGE_ONES_MIND);
            ClosingRows.ask(connection, memberId, new Membership.Closing(now, MemberNews.kind(by), finalAt));
            news.tell(by, memberId, "member.closing", Map.of("finalAt", finalAt.toString()));
            audit.record(by, "member.closing_asked", "member", memberId, "reason", reason);
            return null;
        });
    }

    /** The member stays; nothing happens where no end was ahead. */
    void takeBack(Caller by, UUID memberId) {
        own.refuse(by, Set.of(memberId));
        transactions.write(connection -> {
            MemberAct.KEEP.after(MemberStateRows.lock(connection, memberId));
            if (ClosingRows.ahead(connection, memberId).isPresent()) {
                ClosingRows.takeBack(connection, memberId);
                news.tell(by, memberId, "member.kept", Map.of());
                audit.record(by, "member.closing_taken_back", "member", memberId);
            }
            return null;
        });
    }

    /**
     * Ends the memberships whose time has come, each in a transaction of its own; whatever was not reached is due again.
     *
     * @return how many
     */
    int finishDue() {
        int finished = 0;
        List<UUID> due;
        do {
            Instant now = clock.now();
            due = transactions.read(connection -> ClosingRows.due(connection, now, AT_ONCE));
            for (UUID memberId : due) {
                finished += transactions.write(connection -> finish(connection, memberId, now)) ? 1 : 0;
            }
        } while (due.size() == AT_ONCE);
        return finished;
    }

    private boolean finish(Connection connection, UUID memberId, Instant now) throws SQLException {
        MemberState state = MemberStateRows.lock(connection, memberId);
        if (ClosingRows.ahead(connection, memberId).isEmpty()) {
            return false;
        }
        ClosingRows.done(connection, memberId, now);
        Optional<MemberState> after = MemberAct.CLOSE.from(state);
        if (after.isPresent()) {
            MemberStateRows.change(connection, memberId, after.get(), now);
            MemberStateRows.forgetPassword(connection, memberId);
            ClosingRows.releaseContacts(connection, memberId);
            sessions.end(SessionKind.MEMBER, memberId);
            news.tell(PROGRAM, memberId, "member.closed", Map.of());
            publisher.publishEvent(new MemberClosed(memberId, now));
            audit.record(PROGRAM, "member.closed", "member", memberId, "state", "closed");
        }
        return after.isPresent();
    }
}
