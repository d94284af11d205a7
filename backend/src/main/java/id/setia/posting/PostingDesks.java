package id.setia.posting;

import id.setia.audiences.AudienceMembership;
import id.setia.earning.EarningRules;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleCaps;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.offers.OffersAtHand;
import id.setia.points.LedgerSession;
import id.setia.program.ProgramSettings;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens the desk of a transaction: locks the members, then reads what judging needs, a constant number of statements. */
@Singleton
class PostingDesks {

    private final ProgramSettings settings;
    private final EarningRules rules;
    private final OffersAtHand offers;
    private final RuleCaps caps;
    private final Optional<AudienceMembership> audiences;
    private final MemberRegistry members;
    private final Standings standings;
    private final Outbox outbox;
    private final IdMaker ids;

    PostingDesks(
            ProgramSettings settings,
            EarningRules rules,
            OffersAtHand offers,
            RuleCaps caps,
            Optional<AudienceMembership> audiences,
            MemberRegistry members,
            Standings standings,
            Outbox outbox,
            IdMaker ids) {
        this.settings = settings;
        this.rules = rules;
        this.offers = offers;
        this.caps = caps;
        this.audiences = audiences;
        this.members = members;
        this.standings = standings;
        this.outbox = outbox;
        this.ids = ids;
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
        session.lock(concerned, losing, sources);
        Set<UUID> living = concerned.stream().map(session::survivor).collect(Collectors.toSet());
        Map<UUID, FoundMember> found = members.members(living);
        RuleBook book = rules.book();
        return new PostingDesk(
                session,
                settings.current(),
                book,
                offers.desk(living),
                caps.desk(book, living),
                () -> audiences.map(known -> known.of(living, book.audiences())).orElse(Map.of()),
                found,
                standings.histories(living),
                stored,
                outbox,
                ids);
    }
}
