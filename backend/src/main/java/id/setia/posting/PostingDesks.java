package id.setia.posting;

import id.setia.audiences.AudienceMembership;
import id.setia.earning.EarningRules;
import id.setia.earning.Judgements;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleCaps;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.offers.DeskReading;
import id.setia.offers.OffersAtHand;
import id.setia.points.LedgerSession;
import id.setia.program.ProgramSettings;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.rewards.Vouchers;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens the desk of a transaction: locks the members, then reads what judging needs, a constant number of statements. */
@Singleton
class PostingDesks {

    private final ProgramSettings settings;
    private final EarningRules rules;
    private final OffersAtHand offers;
    private final RuleCaps caps;
    private final AudienceMembership audiences;
    private final MemberRegistry members;
    private final Standings standings;
    private final HoldRows holds;
    private final Vouchers vouchers;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Judgements judgements;
    private final Transactions transactions;

    PostingDesks(
            ProgramSettings settings,
            EarningRules rules,
            OffersAtHand offers,
            RuleCaps caps,
            AudienceMembership audiences,
            MemberRegistry members,
            Standings standings,
            HoldRows holds,
            Vouchers vouchers,
            Outbox outbox,
            IdMaker ids,
            Judgements judgements,
            Transactions transactions) {
        this.settings = settings;
        this.rules = rules;
        this.offers = offers;
        this.caps = caps;
        this.audiences = audiences;
        this.members = members;
        this.standings = standings;
        this.holds = holds;
        this.vouchers = vouchers;
        this.outbox = outbox;
        this.ids = ids;
        this.judgements = judgements;
        this.transactions = transactions;
    }

    /**
     * The desk.
     *
     * @param stored purchases already locked by their keys
     * @param concerned members whose points may move
     * @param losing those who may lose some
     * @param sources purchases whose points may be taken back
     */
    PostingDesk open(
            LedgerSession session,
            Map<NaturalKey, Purchase> stored,
            Set<UUID> concerned,
            Set<UUID> losing,
            Collection<UUID> sources)
            throws SQLException {
        return open(session, stored, concerned, losing, sources, Set.of());
    }

    /**
     * The same, with holds on the desk.
     *
     * @param named holds that may be used, or whose points may come back
     */
    PostingDesk open(
            LedgerSession session,
            Map<NaturalKey, Purchase> stored,
            Set<UUID> concerned,
            Set<UUID> losing,
            Collection<UUID> sources,
            Set<UUID> named)
            throws SQLException {
        Collection<Hold> known = holds.find(named).values();
        Set<UUID> payers = known.stream().map(Hold::memberId).collect(Collectors.toSet());
        Set<UUID> all = joined(concerned, payers);
        session.lock(
                all,
                joined(losing, payers),
                sources,
                known.stream().flatMap(hold -> hold.lots().lots().stream()).toList());
        Set<UUID> living = all.stream().map(session::survivor).collect(Collectors.toSet());
        Sheaf sheaf = new Sheaf();
        Map<UUID, FoundMember> found = members.members(living, sheaf);
        return desk(session, stored, living, found, sheaf, underLock(session, named, living));
    }

    /**
     * The desk over members who are locked already: reads and locks none of them.
     *
     * @param stored purchases already locked by their keys
     * @param living the members, as they live on
     */
    PostingDesk over(LedgerSession session, Map<NaturalKey, Purchase> stored, Map<UUID, FoundMember> living) {
        return desk(session, stored, living.keySet(), living, new Sheaf(), Map.of());
    }

    /**
     * Reads what judging purchases of the members needs, and what the sheaf holds already, by one statement; saved audiences of
     * offers, and when members joined where the ladder asks for it, by one more each.
     */
    private PostingDesk desk(
            LedgerSession session,
            Map<NaturalKey, Purchase> stored,
            Set<UUID> living,
            Map<UUID, FoundMember> found,
            Sheaf sheaf,
            Map<UUID, Hold> held) {
        RuleBook book = rules.book();
        DeskReading atHand = offers.read(living, sheaf);
        RuleCaps.Desk capped = caps.desk(book, living, atHand.countedUses(), sheaf);
        Supplier<Map<UUID, StandingHistory>> histories = standings.read(living, sheaf);
        transactions.read(sheaf);
        return new PostingDesk(
                session,
                settings.current(),
                book,
                offers.desk(atHand),
                capped,
                () -> audiences.of(living, book.audiences()),
                vouchers::served,
                found,
                histories.get(),
                stored,
                held,
                outbox,
                ids,
                new JudgementTexts(judgements));
    }

    private static Set<UUID> joined(Set<UUID> some, Set<UUID> more) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private Map<UUID, Hold> underLock(LedgerSession session, Set<UUID> named, Set<UUID> locked) {
        Map<UUID, Hold> now = holds.find(named);
        if (now.values().stream().anyMatch(hold -> !locked.contains(session.survivor(hold.memberId())))) {
            throw Problem.of(ProblemCode.TRY_AGAIN_LATER);
        }
        return now;
    }
}
