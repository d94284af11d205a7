package id.setia.posting;

import id.setia.audiences.Audiences;
import id.setia.earning.CapReading;
import id.setia.earning.EarningRules;
import id.setia.earning.Judgements;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleBookReading;
import id.setia.earning.RuleCaps;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.members.FoundMember;
import id.setia.members.MemberReading;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.offers.DeskReading;
import id.setia.offers.OffersAtHand;
import id.setia.points.AccountReading;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.products.Product;
import id.setia.products.ProductCatalogue;
import id.setia.program.ProgramSettings;
import id.setia.purchases.ReceiptLine;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.StandingReading;
import id.setia.tiers.Standings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Opens the desk of a quote: what judging needs, all as it stood at one moment, by one statement after the one that finds
 * whose card it is; of a member merged into another, by one more. Nobody is locked, nobody held up.
 */
@Singleton
class QuoteDesks {

    private final PointsLedger points;
    private final ProgramSettings settings;
    private final EarningRules rules;
    private final RuleCaps caps;
    private final OffersAtHand offers;
    private final Audiences audiences;
    private final MemberRegistry members;
    private final Standings standings;
    private final ProductCatalogue catalogue;
    private final Outbox outbox;
    private final IdMaker ids;
    private final Judgements judgements;
    private final Transactions transactions;

    QuoteDesks(
            PointsLedger points,
            ProgramSettings settings,
            EarningRules rules,
            RuleCaps caps,
            OffersAtHand offers,
            Audiences audiences,
            MemberRegistry members,
            Standings standings,
            ProductCatalogue catalogue,
            Outbox outbox,
            IdMaker ids,
            Judgements judgements,
            Transactions transactions) {
        this.points = points;
        this.settings = settings;
        this.rules = rules;
        this.caps = caps;
        this.offers = offers;
        this.audiences = audiences;
        this.members = members;
        this.standings = standings;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.ids = ids;
        this.judgements = judgements;
        this.transactions = transactions;
    }

    /** A desk with the member the sale names, if there is one, and the products as they are known. */
    record Opened(PostingDesk desk, Map<MemberReference, FoundMember> found, Map<String, Product> products) {}

    /** All that is read of the member named. */
    private record Buyer(
            MemberReading member,
            AccountReading account,
            StandingReading standing,
            DeskReading offers,
            CapReading caps,
            Set<UUID> audiences) {}

    /** One reading: rules and products, and the member where one is named. */
    private record Sight(RuleBookReading rules, Map<String, Product> products, Optional<Buyer> buyer) {

        Optional<UUID> mergedInto() {
            return buyer.flatMap(read -> read.member().mergedInto());
        }

        Optional<Buyer> known() {
            return buyer.filter(read -> read.member().found().isPresent());
        }
    }

    Opened open(NewPurchase sale) {
        Optional<UUID> named = sale.member().flatMap(members::named);
        Sight sight = look(named, sale);
        for (int step = 0; step < MemberRegistry.LONGEST_CHAIN_OF_MERGES && sight.mergedInto().isPresent(); step++) {
            sight = look(sight.mergedInto(), sale);
        }
        Optional<FoundMember> member = sight.known().flatMap(read -> read.member().found());
        return new Opened(
                desk(sight),
                member.map(found -> Map.of(sale.member().orElseThrow(), found)).orElse(Map.of()),
                sight.products());
    }

    private Sight look(Optional<UUID> named, NewPurchase sale) {
        Sheaf sheaf = new Sheaf();
        RuleBookReading book = rules.read(sheaf);
        Sight sight = new Sight(
                book,
                catalogue.read(
                        sale.receipt().head().partnerId(),
                        sale.receipt().lines().stream()
                                .map(ReceiptLine::sku)
                                .flatMap(Optional::stream)
                                .toList(),
                        sheaf),
                named.map(memberId -> buyer(memberId, book.before(), sheaf)));
        transactions.read(sheaf);
        return sight;
    }

    private Buyer buyer(UUID memberId, RuleBook book, Sheaf sheaf) {
        DeskReading atHand = offers.read(memberId, sheaf);
        return new Buyer(
                MemberReading.ofNamed(memberId, sheaf),
                points.read(memberId, sheaf),
                standings.read(memberId, sheaf),
                atHand,
                caps.read(book, memberId, Set.copyOf(atHand.countedUses().values()), sheaf),
                audiences.read(memberId, book.audiences(), sheaf));
    }

    private PostingDesk desk(Sight sight) {
        RuleBook book = sight.rules().book();
        Optional<Buyer> buyer = sight.known();
        Optional<UUID> memberId = buyer.map(read -> read.account().memberId());
        LedgerSession session = points.looking(buyer.map(Buyer::account));
        OffersAtHand.Desk atHand = offers.desk(buyer.map(Buyer::offers).orElse(DeskReading.NOBODY));
        return new PostingDesk(
                session,
                settings.current(),
                book,
                atHand,
                buyer.map(read -> caps.desk(book, read.offers().countedUses(), read.caps()))
                        .orElseGet(() -> caps.desk(book, List.of(), Map.of(), new Sheaf())),
                () -> memberId.map(id -> inAudiences(book, sight, id)).orElse(Map.of()),
                receipts -> Set.of(),
                memberId.map(id -> Map.of(id, buyer.orElseThrow().member().found().orElseThrow())).orElse(Map.of()),
                memberId.map(id -> Map.of(id, history(buyer.orElseThrow()))).orElse(Map.of()),
                Map.of(),
                Map.of(),
                outbox,
                ids,
                new JudgementTexts(judgements));
    }

    private static StandingHistory history(Buyer buyer) {
        return buyer.standing().history(buyer.member().joinedAt());
    }

    /** Read anew only where rules were published since that name other audiences. */
    private Map<UUID, Set<UUID>> inAudiences(RuleBook book, Sight sight, UUID memberId) {
        return book == sight.rules().before()
                ? Map.of(memberId, sight.buyer().orElseThrow().audiences())
                : audiences.of(Set.of(memberId), book.audiences());
    }
}
