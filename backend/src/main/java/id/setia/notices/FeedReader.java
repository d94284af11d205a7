package id.setia.notices;

import id.setia.kernel.Event;
import id.setia.kernel.Feed;
import id.setia.kernel.FeedEvent;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LeaseLost;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the feed and tells members. The notices of a stretch and the new position are one transaction, so nobody is told
 * twice and nothing is passed over, wherever the reader is killed.
 */
@Singleton
class FeedReader {

    private static final int CHUNK = 200;
    private static final String ERASED = "member.erased";

    private final Feed feed;
    private final Told told;
    private final Notices notices;
    private final NoticeRows rows;
    private final Progress progress;
    private final DeliveryTimes times;
    private final MemberRegistry members;
    private final PartnerDirectory partners;
    private final NoticeLease lease;
    private final Transactions transactions;
    private final IdMaker ids;

    FeedReader(
            Feed feed,
            Told told,
            Notices notices,
            NoticeRows rows,
            Progress progress,
            DeliveryTimes times,
            MemberRegistry members,
            PartnerDirectory partners,
            NoticeLease lease,
            Transactions transactions,
            IdMaker ids) {
        this.feed = feed;
        this.told = told;
        this.notices = notices;
        this.rows = rows;
        this.progress = progress;
        this.times = times;
        this.members = members;
        this.partners = partners;
        this.lease = lease;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** Reads what is new, as long as this node holds the lease. */
    synchronized void read() {
        if (nothingNew() || !lease.held()) {
            return;
        }
        try {
            int read;
            do {
                read = transactions.write(this::readChunk);
            } while (read == CHUNK);
        } catch (LeaseLost lost) {
            // Another node reads on from the position that was kept.
        }
    }

    private boolean nothingNew() {
        return transactions.read(connection -> feed.after(progress.position(connection), 1).isEmpty());
    }

    private int readChunk(Connection connection) throws SQLException {
        lease.renew(connection);
        List<FeedEvent> events = feed.after(progress.position(connection), CHUNK);
        Map<UUID, FoundMember> found = members.members(concerned(events));
        for (FeedEvent event : events) {
            if (ERASED.equals(event.event().type())) {
                forget(connection, event.event());
            }
            Optional<FoundMember> member = event.event().memberId().map(found::get);
            if (member.isPresent()) {
                tell(connection, event.event(), member.get());
            }
        }
        if (!events.isEmpty()) {
            progress.moveTo(connection, events.getLast().position());
        }
        return events.size();
    }

    private static Set<UUID> concerned(List<FeedEvent> events) {
        return events.stream().flatMap(event -> event.event().memberId().stream()).collect(Collectors.toSet());
    }

    private void forget(Connection connection, Event event) throws SQLException {
        if (event.memberId().isPresent()) {
            rows.forget(connection, event.memberId().get());
        }
    }

    private void tell(Connection connection, Event event, FoundMember member) throws SQLException {
        Optional<Told.Tiding> tiding = told.of(event, member);
        if (tiding.isEmpty()) {
            return;
        }
        Optional<Store> store = Optional.ofNullable(tiding.get().figures().storeId())
                .flatMap(PublicId.STORE::parse)
                .flatMap(partners::store);
        if (store.isPresent()) {
            times.remember(connection, member.id(), store.get().timeZone());
        }
        notices.add(
                connection,
                Notice.unseen(
                        member.id(),
                        ids.next(),
                        tiding.get().source().orElseGet(() -> event.id().toString()),
                        tiding.get().kind(),
                        tiding.get().figures(),
                        event.occurredAt()),
                tiding.get().inTheMorning());
    }
}
