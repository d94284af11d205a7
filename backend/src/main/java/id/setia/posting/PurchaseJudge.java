package id.setia.posting;

import id.setia.earning.Ceiling;
import id.setia.earning.EarningBase;
import id.setia.earning.Evaluation;
import id.setia.earning.Facts;
import id.setia.earning.JudgedLine;
import id.setia.earning.Judgement;
import id.setia.earning.Occasion;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleOutcome;
import id.setia.earning.RuleVersion;
import id.setia.earning.Sale;
import id.setia.earning.Trigger;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberState;
import id.setia.offers.MemberAtHand;
import id.setia.offers.UsableOffer;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.points.Grant;
import id.setia.points.MemberLedger;
import id.setia.points.MonthSum;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.products.Product;
import id.setia.products.ProductCatalogue;
import id.setia.program.Program;
import id.setia.purchases.ContentHash;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.Receipt;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.Tender;
import id.setia.tiers.NextTier;
import id.setia.tiers.Standings;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns a receipt into a purchase and, when it is somebody's, into points. */
@Singleton
class PurchaseJudge {

    private final Standings standings;
    private final TierLadder ladder;
    private final PartnerDirectory partners;
    private final ProductCatalogue catalogue;
    private final Velocity velocity;
    private final ReviewRows reviews;
    private final PointsPayments payments;

    PurchaseJudge(
            Standings standings,
            TierLadder ladder,
            PartnerDirectory partners,
            ProductCatalogue catalogue,
            Velocity velocity,
            ReviewRows reviews,
            PointsPayments payments) {
        this.standings = standings;
        this.ladder = ladder;
        this.catalogue = catalogue;
        this.partners = partners;
        this.velocity = velocity;
        this.reviews = reviews;
        this.payments = payments;
    }

    /** The purchase as a fact, nobody's yet; what of it could earn is settled by the products as they are known now. */
    Purchase recorded(UUID id, Receipt receipt, Map<String, Product> products, PostingDesk desk) {
        List<Boolean> earns = receipt.lines().stream()
                .map(line -> product(line, products).map(Product::earns).orElseGet(() -> !isExcluded(receipt, line)))
                .toList();
        List<ReceiptLine> known = receipt.lines().stream().map(line -> known(line, products)).toList();
        long[] bases = payments.by(desk.program()).earningBase(receipt.amounts(), known, earns);
        List<PurchaseLine> lines = new ArrayList<>();
        long base = 0;
        for (int index = 0; index < bases.length; index++) {
            lines.add(new PurchaseLine(known.get(index), earns.get(index), bases[index], 0, BigDecimal.ZERO, 0));
            base += bases[index];
        }
        return new Purchase(
                id,
                receipt.head(),
                receipt.amounts(),
                lines,
                ContentHash.of(receipt),
                Optional.empty(),
                0,
                desk.program().dateOf(receipt.head().occurredAt()),
                desk.now(),
                base,
                "",
                0,
                0,
                0,
                "");
    }

    private boolean isExcluded(Receipt receipt, ReceiptLine line) {
        return catalogue.isExcluded(receipt.head().partnerId(), line.category());
    }

    private static Optional<Product> product(ReceiptLine line, Map<String, Product> products) {
        return line.sku().map(products::get);
    }

    /** The line with the category and brand it is judged by: a corrected product's before the till's. */
    private static ReceiptLine known(ReceiptLine line, Map<String, Product> products) {
        Optional<Product> product = product(line, products);
        Optional<Product> corrected = product.filter(Product::corrected);
        return new ReceiptLine(
                line.position(),
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                line.discountKind(),
                line.amount(),
                corrected.flatMap(Product::category).or(line::category).or(() -> product.flatMap(Product::category)),
                corrected.flatMap(Product::brand).or(line::brand).or(() -> product.flatMap(Product::brand)));
    }

    /** Gives a purchase to a member and the member the points of it, by the rules and tier of its own time. */
    Purchase attached(PostingDesk desk, Purchase purchase, UUID memberId, Arrival arrival) {
        Purchase attached = judged(desk, purchase, memberId, Optional.of(arrival));
        desk.restate(standings.raiseFor(
                desk.history(memberId),
                desk.ledger().member(memberId).monthSums(),
                purchase.head().occurredAt(),
                desk.now(),
                desk.ledger().batch()));
        return attached;
    }

    /** The same for an import of the past, at whose end standings are raised once for all of it. */
    Purchase attachedOfHistory(PostingDesk desk, Purchase purchase, UUID memberId) {
        return judged(desk, purchase, memberId, Optional.empty());
    }

    private Purchase judged(PostingDesk desk, Purchase purchase, UUID named, Optional<Arrival> arrival) {
        UUID memberId = desk.survivor(named);
        Instant occurredAt = purchase.head().occurredAt();
        Tier tier = desk.history(memberId).tierAt(occurredAt);
        FoundMember member = desk.member(memberId);
        List<UsableOffer> offers = member.state() == MemberState.UNCLAIMED
                ? List.of()
                : desk.offers().usable(new MemberAtHand(memberId, tier, member.birthDate()), occurredAt);
        Occasion occasion = new Occasion(
                        occurredAt,
                        storeZone(purchase, desk),
                        tier.code(),
                        offers.stream().map(UsableOffer::ruleId).collect(Collectors.toSet()))
                .with(sale(purchase))
                .with(facts(desk, memberId), member.birthDate())
                .withCalendars(desk.rules().calendars());
        List<JudgedLine> lines = remaining(purchase.lines());
        List<RuleVersion> versions = inForce(desk.rules(), purchase);
        Map<UUID, Ceiling> ceilings =
                desk.caps().ceilings(memberId, purchase.programDate(), versions, occasion, lines);
        Judgement found =
                Evaluation.judge(versions, occasion.withCeilings(ceilings), lines, isLate(purchase, desk));
        desk.caps().gave(memberId, purchase.programDate(), found.rules());
        Judgement judgement = found.pendingFor(arrival
                .map(how -> velocity.count(desk, purchase, desk.ledger().member(memberId), found.points(), how))
                .orElse(Set.of()));
        String text = desk.judgements().write(judgement);
        earn(desk, purchase, memberId, judgement, text, arrival.map(Arrival::source).orElse("purchase"));
        useOffers(desk, memberId, offers, judgement);
        List<PurchaseLine> judged = purchase.lines().stream()
                .map(line -> line.withPoints(judgement.pointsAt(line.position())))
                .toList();
        return purchase.attachedTo(
                memberId, judged, judgement.base(), text, judgement.points(), purchase.answer());
    }

    static Sale sale(Purchase purchase) {
        return new Sale(
                purchase.head().partnerId(),
                purchase.head().storeId(),
                purchase.head().channel(),
                purchase.amounts().tenders().stream()
                        .filter(tender -> tender.amount() > 0)
                        .map(Tender::kind)
                        .collect(Collectors.toSet()));
    }

    private static Facts facts(PostingDesk desk, UUID memberId) {
        return new Facts(desk.ledger().member(memberId).purchases() == 0, desk.audiences(memberId));
    }

    /** The rules of the purchase's own time; none once its partner had left. */
    private List<RuleVersion> inForce(RuleBook rules, Purchase purchase) {
        return hasLeft(purchase.head()) ? List.of() : rules.inForce(Trigger.PURCHASE, purchase.head().occurredAt());
    }

    /** Whether the partner had left the programme when it sold this. */
    boolean hasLeft(ReceiptHead head) {
        return partners.partner(head.partnerId())
                .filter(partner -> partner.hasLeft(head.occurredAt()))
                .isPresent();
    }

    /** What a little more would have brought, by the very rules the purchase was judged by; only on its own day. */
    Optional<Nudge> nudge(PostingDesk desk, Purchase purchase, Optional<NextTier> next) {
        if (isLate(purchase, desk) || purchase.refunded() > 0) {
            return Optional.empty();
        }
        Judgement judgement = desk.judgements().read(purchase.standingGrants());
        return new Nudges(desk.program(), desk.rules().versions(judgement), remaining(purchase.lines()), judgement)
                .nearest(next);
    }

    /** What a purchase that is nobody's would give somebody of the lowest tier without any offer. */
    long worth(RuleBook rules, Program program, Purchase purchase) {
        if (!ladder.isDefined()) {
            return 0;
        }
        Instant occurredAt = purchase.head().occurredAt();
        Occasion occasion = new Occasion(
                        occurredAt, storeZone(purchase, program), ladder.current().lowest().code(), Set.of())
                .with(sale(purchase))
                .withCalendars(rules.calendars());
        return Evaluation.judge(
                        inForce(rules, purchase), occasion, remaining(purchase.lines()), false)
                .points();
    }

    /** The lines as rules see them, what was refunded left out. */
    static List<JudgedLine> remaining(List<PurchaseLine> lines) {
        return lines.stream()
                .filter(line -> line.remainingQuantity().signum() > 0)
                .map(line -> new JudgedLine(
                        line.position(),
                        EarningBase.remaining(line.base(), line.line().amount(), line.refundedAmount()),
                        line.line().category(),
                        line.line().sku(),
                        line.line().brand(),
                        line.remainingQuantity()))
                .toList();
    }

    ZoneId storeZone(Purchase purchase, PostingDesk desk) {
        return storeZone(purchase, desk.program());
    }

    private ZoneId storeZone(Purchase purchase, Program program) {
        return partners.store(purchase.head().storeId())
                .map(Store::timeZone)
                .orElse(program.timeZone());
    }

    private static boolean isLate(Purchase purchase, PostingDesk desk) {
        return purchase.programDate().isBefore(desk.program().dateOf(desk.now()));
    }

    private void earn(
            PostingDesk desk, Purchase purchase, UUID memberId, Judgement judgement, String text, String source) {
        MemberLedger ledger = desk.ledger().member(memberId);
        Posting posting = new Posting(
                postingKey(purchase.id(), purchase.attachments()),
                TransactionKind.PURCHASE,
                new Source(source, purchase.id()),
                purchase.head().occurredAt(),
                text);
        ledger.earn(posting, grants(desk, judgement, purchase.head().occurredAt()));
        ledger.count(
                desk.program().monthOf(purchase.head().occurredAt()),
                new MonthSum(judgement.base(), 1, judgement.points()),
                purchase.head().occurredAt());
        if (!judgement.pendingFor().isEmpty()) {
            pend(desk, purchase, memberId, judgement);
        }
    }

    /**
     * Under which a purchase is judged in the ledger.
     *
     * @param before how often it had been given to a member before
     */
    static String postingKey(UUID purchaseId, int before) {
        return "purchase:" + purchaseId + ":" + before;
    }

    private void pend(PostingDesk desk, Purchase purchase, UUID memberId, Judgement judgement) {
        UUID id = desk.nextId();
        reviews.put(
                desk.ledger().batch(),
                PointsReview.opened(
                        id, purchase.id(), purchase.attachments(), memberId, purchase.head(), judgement.pendingFor(),
                        judgement.points(), desk.now()));
        desk.tell(
                Optional.of(memberId),
                "points.pended",
                "{\"reviewId\":\"" + PublicId.REVIEW.format(id) + "\",\"purchaseId\":\""
                        + PublicId.PURCHASE.format(purchase.id()) + "\",\"points\":" + judgement.points() + "}",
                desk.now());
    }

    /** One lot for each funder, expiry and waiting. */
    static List<Grant> grants(PostingDesk desk, Judgement judgement, Instant earnedAt) {
        Map<Grant, Long> points = new LinkedHashMap<>();
        for (RuleOutcome outcome : judgement.giving()) {
            Grant terms = desk.rules()
                    .version(outcome.rule(), outcome.version())
                    .map(RuleVersion::definition)
                    .orElseThrow()
                    .grant(1, earnedAt, desk.program().timeZone(), !judgement.pendingFor().isEmpty());
            points.merge(terms, outcome.points(), Math::addExact);
        }
        return points.entrySet().stream()
                .map(kind -> kind.getKey().of(kind.getValue()))
                .toList();
    }

    private static void useOffers(
            PostingDesk desk, UUID memberId, List<UsableOffer> offers, Judgement judgement) {
        Set<UUID> gave = judgement.giving().stream().map(RuleOutcome::rule).collect(Collectors.toSet());
        offers.stream()
                .filter(offer -> gave.contains(offer.ruleId()))
                .forEach(offer -> desk.offers()
                        .markUsed(desk.ledger().batch(), memberId, offer.offerId(), desk.now()));
    }
}
