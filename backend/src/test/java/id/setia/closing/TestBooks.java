package id.setia.closing;

import id.setia.access.Caller;
import id.setia.kernel.IdMaker;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Grant;
import id.setia.points.LedgerSession;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.PastLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.ProgramSettings;
import id.setia.testing.TestShop;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Points moved in months long ago, none of which anybody closed yet. */
@Singleton
public class TestBooks {

    private static final YearMonth FIRST = YearMonth.of(2001, 1);

    private final TestShop shop;
    private final PastLedger ledger;
    private final PartnerDirectory partners;
    private final ClosingRows closings;
    private final Closings all;
    private final ProgramSettings program;
    private final IdMaker ids;

    TestBooks(
            TestShop shop,
            PastLedger ledger,
            PartnerDirectory partners,
            ClosingRows closings,
            Closings all,
            ProgramSettings program,
            IdMaker ids) {
        this.shop = shop;
        this.ledger = ledger;
        this.partners = partners;
        this.closings = closings;
        this.all = all;
        this.program = program;
        this.ids = ids;
    }

    /** The first month of which nothing is closed; it has something recorded in it, so that it is the next to be closed. */
    YearMonth openMonth() {
        shop.open();
        YearMonth month = closings.lastMonth().map(last -> last.plusMonths(1)).orElse(FIRST);
        earn(shop.member(), at(month, 1), 1, partner(), Optional.empty());
        return month;
    }

    /** Points that somebody of whom nothing was recorded before was given in the month that is over, at the expense of the program's owner. */
    public void earnLastMonth(long points) {
        YearMonth month = program.current().monthOf(Instant.now()).minusMonths(1);
        earn(member(), at(month, 2), points, partners.owner().id(), Optional.empty());
    }

    /** Goes on with every month that was begun to be closed, as the schedule does. */
    public void closeWhatIsBegun() {
        closings.last().filter(last -> last.state() != ClosingState.CLOSED).ifPresent(begun -> all.run(begun.month()));
    }

    UUID member() {
        shop.open();
        return shop.member();
    }

    UUID partner() {
        return partners.createPartner(new Caller.Stranger(), "buku-" + ids.next().toString().substring(24), "Mitra Buku", false).id();
    }

    /** Noon of a day of the month, programme time. */
    Instant at(YearMonth month, int day) {
        return program.current().startOf(month.atDay(day)).plusSeconds(43_200);
    }

    List<LedgerTransaction> earn(UUID member, Instant now, long points, UUID funder, Optional<Instant> expiresAt) {
        return earn(member, now, now, points, funder, expiresAt);
    }

    List<LedgerTransaction> earn(
            UUID member, Instant now, Instant businessAt, long points, UUID funder, Optional<Instant> expiresAt) {
        return act(member, now, own -> own.earn(
                posting(TransactionKind.JOIN_BONUS, businessAt),
                List.of(new Grant(points, funder, expiresAt, Optional.empty()))));
    }

    List<LedgerTransaction> spend(UUID member, Instant now, long points, UUID honouring) {
        return act(member, now, own -> own.spend(posting(TransactionKind.SPEND, now), points, honouring));
    }

    /** Everything an act came to, with what fell due before it. */
    List<LedgerTransaction> act(UUID member, Instant now, Consumer<MemberLedger> act) {
        return ledger.post(now, (LedgerSession session) -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            act.accept(session.member(member));
            return session.member(member).transactions();
        });
    }

    /** Takes points back that no source of the member's gave, so that they come from other lots or are owed. */
    List<LedgerTransaction> takeBack(UUID member, Instant now, long points, UUID funder) {
        return act(member, now, own -> own.takeBack(
                posting(TransactionKind.JOIN_BONUS, now), ids.next(), Map.of(funder, points)));
    }

    Posting posting(TransactionKind kind, Instant businessAt) {
        UUID source = ids.next();
        return new Posting("buku:" + source, kind, new Source("purchase", source), businessAt, "{}");
    }

    void merge(UUID member, UUID into, Instant now) {
        ledger.post(now, session -> {
            session.lock(Set.of(member, into), Set.of(member, into), List.of());
            return session.merge(member, into);
        });
    }
}
