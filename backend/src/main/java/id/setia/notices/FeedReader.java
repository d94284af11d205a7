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
import java.util.ArrayList;
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

    private static final int CHUNK = 1_000;
    private static final String ERASED = "member.erased";

    private final Feed feed;
    private final Told told;
    private final Notices notices;
    private final NoticeRows rows;
    private final Progress progress;
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
        List<FeedEvent> read = feed.after(progress.position(connection), CHUNK);
        if (!read.isEmpty()) {
            tell(connection, read.stream().map(FeedEvent::event).toList());
            progress.moveTo(connection, read.getLast().position());
        }
        return read.size();
    }

    private void tell(Connection connection, List<Event> events) throws SQLException {
        Map<UUID, FoundMember> found = members.members(toBeTold(events));
        Map<UUID, Told.Tiding> tidings = told.of(events, found);
        List<Telling> tellings = new ArrayList<>();
        for (Event event : events) {
            if (ERASED.equals(event.type()) && event.memberId().isPresent()) {
                notices.add(connection, tellings);
                tellings.clear();
                rows.forget(connection, event.memberId().get());
            } else if (tidings.containsKey(event.id())) {
                FoundMember member = found.get(event.memberId().orElseThrow());
                tellings.add(telling(event, member, tidings.get(event.id())));
            }
        }
        notices.add(connection, tellings);
    }

    private static Set<UUID> toBeTold(List<Event> events) {
        return events.stream()
                .filter(event -> Told.isTold(event.type()))
                .flatMap(event -> event.memberId().stream())
                .collect(Collectors.toSet());
    }

    private Telling telling(Event event, FoundMember member, Told.Tiding tiding) {
        return new Telling(
                Notice.unseen(
                        member.id(),
                        ids.next(),
                        tiding.source().orElseGet(() -> event.id().toString()),
                        tiding.kind(),
                        tiding.figures(),
                        event.occurredAt()),
                Optional.ofNullable(tiding.figures().storeId())
                        .flatMap(PublicId.STORE::parse)
                        .flatMap(partners::store)
                        .map(Store::timeZone),
                tiding.inTheMorning());
    }
}
