package id.setia.notices;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.offers.OfferAnnouncements;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells members of offers meant for them, some at a time. The notices and that they were told are one transaction. */
@Singleton
class OfferTidings {

    private static final int CHUNK = 100;
    private static final String SOURCE = "offer:";

    private final OfferAnnouncements announcements;
    private final MemberRegistry members;
    private final Notices notices;
    private final NoticeLease lease;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;

    OfferTidings(
            OfferAnnouncements announcements,
            MemberRegistry members,
            Notices notices,
            NoticeLease lease,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids) {
        this.announcements = announcements;
        this.members = members;
        this.notices = notices;
        this.lease = lease;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells whoever is to be told now, as long as this node holds the lease. */
    void tell() {
        if (announcements.due(1).isEmpty() || !lease.held()) {
            return;
        }
        try {
            int told;
            do {
                told = transactions.write(this::tellChunk);
            } while (told == CHUNK);
        } catch (LeaseLost lost) {
            // Another node tells the rest.
        }
    }

    private int tellChunk(Connection connection) throws SQLException {
        lease.renew(connection);
        List<OfferAnnouncements.Announcement> due = announcements.due(CHUNK);
        Map<UUID, FoundMember> found =
                members.members(due.stream().map(OfferAnnouncements.Announcement::memberId).toList());
        List<Telling> tellings = new ArrayList<>();
        for (OfferAnnouncements.Announcement announcement : due) {
            Optional<FoundMember> member = Optional.ofNullable(found.get(announcement.memberId()))
                    .filter(one -> one.id().equals(announcement.memberId()))
                    .filter(Told::isToBeTold);
            if (announcements.announced(announcement) && member.isPresent()) {
                tellings.add(Telling.of(Notice.unseen(
                        announcement.memberId(),
                        ids.next(),
                        SOURCE + announcement.offerId(),
                        NoticeKind.OFFER_ANNOUNCED,
                        Figures.at(announcement.endsAt()),
                        clock.now())));
            }
        }
        notices.add(connection, tellings);
        return due.size();
    }

    /** The offer a notice tells of. */
    static Optional<UUID> offer(Notice notice) {
        return notice.source().startsWith(SOURCE)
                ? Optional.of(UUID.fromString(notice.source().substring(SOURCE.length())))
                : Optional.empty();
    }
}
