package id.setia.posting;

import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.products.Product;
import id.setia.products.ProductCatalogue;
import id.setia.products.SeenProduct;
import id.setia.purchases.ContentHash;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import id.setia.purchases.Receipt;
import id.setia.purchases.Refund;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The door for purchases: posts them, many in one transaction, each once and for ever. */
@Singleton
public class PurchasePoster {

    /** How far ahead of now a purchase may be and still earn. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final Duration LATE = Duration.ofDays(30);

    private final Lanes lanes;
    private final PointsLedger points;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final Refunds refunds;
    private final RefundApplication application;
    private final MemberRegistry members;
    private final ProductCatalogue catalogue;
    private final PurchaseJudge judge;
    private final PurchaseAnswers answers;
    private final ReceiptCodes codes;
    private final Corrections corrections;
    private final PointsTenders tenders;
    private final HoldRows holds;
    private final IdMaker ids;
    private final Json json;

    PurchasePoster(
            Lanes lanes,
            PointsLedger points,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            Refunds refunds,
            RefundApplication application,
            MemberRegistry members,
            ProductCatalogue catalogue,
            PurchaseJudge judge,
            PurchaseAnswers answers,
            ReceiptCodes codes,
            Corrections corrections,
            PointsTenders tenders,
            HoldRows holds,
            IdMaker ids,
            Json json) {
        this.lanes = lanes;
        this.points = points;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.refunds = refunds;
        this.application = application;
        this.members = members;
        this.catalogue = catalogue;
        this.judge = judge;
        this.answers = answers;
        this.codes = codes;
        this.corrections = corrections;
        this.tenders = tenders;
        this.holds = holds;
        this.ids = ids;
        this.json = json;
    }

    public PostedPurchase post(NewPurchase sale) {
        Object lane = sale.member().<Object>map(member -> member).orElse(sale.receipt().key());
        return lanes.in(lane, () -> post(List.of(sale))).getFirst();
    }

    /**
     * Posts purchases in one transaction, in the order given. One that stands in the books already is answered as it was;
     * another sent under its key is refused.
     *
     * @throws Problem {@code purchase_conflict} when a receipt differs from the one stored under its key
     */
    public List<PostedPurchase> post(List<NewPurchase> sales) {
        return points.postAgain(session -> postIn(session, sales));
    }

    private List<PostedPurchase> postIn(LedgerSession session, List<NewPurchase> sent) throws SQLException {
        List<NewPurchase> sales = withPayers(sent);
        Set<NaturalKey> keys = new TreeSet<>();
        sales.forEach(sale -> keys.add(sale.receipt().key()));
        Map<NaturalKey, Refund> waiting =
                refunds.lock(session.connection(), refunds.waitingFor(session.connection(), keys));
        waiting.values().forEach(refund -> refund.lines().forEach(line -> keys.add(line.purchaseKey())));
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), keys);
        Map<MemberReference, FoundMember> found = members.find(
                sales.stream().flatMap(sale -> sale.member().stream()).toList());
        PostingDesk desk = openDesk(session, sales, stored, found, waiting);
        List<PostedPurchase> posted = on(desk, sales, stored, found, waiting.values());
        desk.write(rows);
        return posted;
    }

    /** Posts on a desk that has whom and what the sales name, and applies the refunds that waited for them. */
    List<PostedPurchase> on(
            PostingDesk desk,
            List<NewPurchase> sales,
            Map<NaturalKey, Purchase> stored,
            Map<MemberReference, FoundMember> found,
            Collection<Refund> waiting) {
        Map<UUID, Map<String, Product>> products = products(sales, stored, desk);
        List<PostedPurchase> posted = new ArrayList<>();
        for (NewPurchase sale : sales) {
            Optional<Purchase> before = desk.purchase(sale.receipt().key());
            posted.add(
                    before.isPresent()
                            ? sentAgain(desk, sale, before.get(), found)
                            : postNew(desk, sale, found, products));
        }
        for (Refund refund : waiting) {
            application.applyWaiting(desk, refund);
        }
        return posted;
    }

    /** A sale that names nobody but a hold is the sale of the hold's member. */
    List<NewPurchase> withPayers(List<NewPurchase> sales) {
        Set<UUID> named = new HashSet<>();
        sales.stream().filter(sale -> sale.member().isEmpty()).forEach(sale -> named.addAll(sale.holds()));
        if (named.isEmpty()) {
            return sales;
        }
        Map<UUID, Hold> known = holds.find(named);
        return sales.stream()
                .map(sale -> sale.member().isPresent()
                        ? sale
                        : sale.holds().stream()
                                .map(known::get)
                                .filter(hold -> hold != null
                                        && hold.partnerId().equals(sale.receipt().head().partnerId()))
                                .findFirst()
                                .map(hold -> sale.of(MemberReference.memberId(hold.memberId())))
                                .orElse(sale))
                .toList();
    }

    private PostingDesk openDesk(
            LedgerSession session,
            List<NewPurchase> sales,
            Map<NaturalKey, Purchase> stored,
            Map<MemberReference, FoundMember> found,
            Map<NaturalKey, Refund> waiting)
            throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        for (NewPurchase sale : sales) {
            boolean settled = Optional.ofNullable(stored.get(sale.receipt().key()))
                    .flatMap(Purchase::memberId)
                    .isPresent();
            if (!settled) {
                earning(sale, found).ifPresent(concerned::add);
            }
        }
        Set<UUID> named = new HashSet<>();
        sales.stream()
                .filter(sale -> !stored.containsKey(sale.receipt().key()))
                .forEach(sale -> named.addAll(sale.holds()));
        if (waiting.isEmpty()) {
            return desks.open(session, stored, concerned, Set.of(), List.of(), named);
        }
        stored.values().forEach(purchase -> named.addAll(purchase.holds()));
        stored.values().forEach(purchase -> purchase.memberId().ifPresent(concerned::add));
        List<UUID> sources = stored.values().stream().map(Purchase::id).toList();
        return desks.open(session, stored, concerned, concerned, sources, named);
    }

    static Optional<UUID> earning(NewPurchase sale, Map<MemberReference, FoundMember> found) {
        return sale.member()
                .map(found::get)
                .filter(member -> mayEarn(member.state()))
                .map(FoundMember::id);
    }

    private static boolean mayEarn(MemberState state) {
        return switch (state) {
            case UNCLAIMED, ACTIVE, FROZEN, MERGED -> true;
            case CLOSED, ERASED -> false;
        };
    }

    private Map<UUID, Map<String, Product>> products(
            List<NewPurchase> sales, Map<NaturalKey, Purchase> stored, PostingDesk desk) {
        Map<UUID, Map<String, SeenProduct>> seen = new HashMap<>();
        for (NewPurchase sale : sales) {
            if (!stored.containsKey(sale.receipt().key())) {
                Map<String, SeenProduct> ofPartner =
                        seen.computeIfAbsent(sale.receipt().head().partnerId(), ignored -> new LinkedHashMap<>());
                sale.receipt().lines().forEach(line -> line.sku()
                        .ifPresent(sku -> ofPartner.putIfAbsent(
                                sku, new SeenProduct(sku, line.name(), line.category(), line.brand()))));
            }
        }
        Map<UUID, Map<String, Product>> known = new HashMap<>();
        seen.forEach((partner, products) -> {
            known.put(partner, catalogue.products(partner, products.keySet()));
            catalogue.learn(desk.ledger().batch(), partner, products.values(), known.get(partner), desk.now());
        });
        return known;
    }

    private PostedPurchase postNew(
            PostingDesk desk,
            NewPurchase sale,
            Map<MemberReference, FoundMember> found,
            Map<UUID, Map<String, Product>> products) {
        Judged judged = judged(desk, sale, found, products.getOrDefault(sale.receipt().head().partnerId(), Map.of()));
        PointsTenders.Paid paid = tenders.pay(desk, judged.purchase(), earning(sale, found));
        judged.warnings().addAll(paid.warnings());
        PurchaseResponse answer = answers.posted(desk, paid.purchase(), judged.warnings());
        Purchase answered = paid.purchase().answered(json.write(answer));
        desk.add(answered);
        if (!sale.history()) {
            desk.tell(
                    answered.memberId(), "purchase.posted", payload(answered), sale.receipt().head().occurredAt());
            letClaim(desk, answered);
        }
        return new PostedPurchase(answered, false, answer, answered.memberId().map(desk::member));
    }

    /** A purchase that is not in the books yet, with its points where it is somebody's, and what the till should know. */
    record Judged(Purchase purchase, Set<Warning> warnings) {}

    Judged judged(
            PostingDesk desk,
            NewPurchase sale,
            Map<MemberReference, FoundMember> found,
            Map<String, Product> products) {
        Receipt receipt = sale.receipt();
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        warnings.addAll(sale.warnings());
        Optional<UUID> member = earning(sale, found);
        if (sale.member().isPresent() && member.isEmpty()) {
            warnings.add(whyNobody(sale.member().get(), found));
        }
        if (receipt.head().occurredAt().isAfter(desk.now().plus(AHEAD))) {
            warnings.add(Warning.FROM_THE_FUTURE);
            member = Optional.empty();
        } else if (!sale.history() && receipt.head().occurredAt().isBefore(desk.now().minus(LATE))) {
            warnings.add(Warning.TOO_LATE);
            member = Optional.empty();
        }
        if (judge.hasLeft(receipt.head())) {
            warnings.add(Warning.PARTNER_LEFT);
        }
        Purchase purchase = judge.recorded(ids.next(), receipt, products, desk);
        if (member.isPresent()) {
            purchase = sale.history()
                    ? judge.attachedOfHistory(desk, purchase, member.get())
                    : judge.attached(desk, purchase, member.get(), Arrival.sold(sale.member()));
        }
        return new Judged(purchase, warnings);
    }

    private void letClaim(PostingDesk desk, Purchase purchase) {
        if (codes.of(purchase, desk.now()).isPresent()) {
            codes.add(desk.ledger().batch(), purchase);
        }
    }

    private Warning whyNobody(MemberReference shown, Map<MemberReference, FoundMember> found) {
        if (found.containsKey(shown)) {
            return Warning.MEMBER_CLOSED;
        }
        return members.isBlocked(shown) ? Warning.CARD_BLOCKED : Warning.MEMBER_UNKNOWN;
    }

    private PostedPurchase sentAgain(
            PostingDesk desk, NewPurchase sale, Purchase stored, Map<MemberReference, FoundMember> found) {
        refuseDifference(sale.receipt(), stored, desk.program().currency());
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (!sale.receipt().amounts().isPaidAs(stored.amounts())) {
            warnings.add(Warning.TENDERS_CHANGED);
        }
        Optional<UUID> member = earning(sale, found);
        if (member.isEmpty() || stored.memberId().map(members::livesOnAs).equals(member)) {
            letClaim(desk, stored);
            return new PostedPurchase(stored, true, answers.replayed(stored, warnings));
        }
        if (stored.memberId().isPresent()) {
            return sentAgain(stored, warnings, Warning.DIFFERENT_MEMBER);
        }
        if (stored.head().occurredAt().isAfter(desk.now().plus(AHEAD))) {
            return sentAgain(stored, warnings, Warning.FROM_THE_FUTURE);
        }
        if (!Attachments.isOpen(stored, desk.now()) && !sale.history()) {
            return sentAgain(stored, warnings, Warning.TOO_LATE);
        }
        if (stored.wasDetached()) {
            return sentAgain(stored, warnings, Warning.DETACHED);
        }
        Purchase attached = attach(
                desk, stored, member.get(), sale.history() ? Arrival.attachedByStaff() : Arrival.attachedAtTill());
        if (!sale.history()) {
            record(desk, attached, Correction.Actor.till(sale.receipt().head(), sale.receipt().head().terminalId()));
        }
        return new PostedPurchase(attached, true, answers.replayed(attached, warnings));
    }

    private PostedPurchase sentAgain(Purchase stored, Set<Warning> warnings, Warning more) {
        warnings.add(more);
        return new PostedPurchase(stored, true, answers.replayed(stored, warnings));
    }

    private void record(PostingDesk desk, Purchase attached, Correction.Actor by) {
        desk.attachedAtTill(attached.head());
        corrections.add(
                desk.ledger().batch(),
                new Correction(
                        ids.next(), desk.program().dateOf(desk.now()), desk.now(), CorrectionKind.ATTACHMENT, by,
                        attached.memberId(), Optional.empty(), Optional.of(attached.id()), attached.points(), 0,
                        Optional.of(CorrectionReason.CARD_FORGOTTEN), ""));
    }

    /** Gives an unattached purchase to the member who holds its receipt. */
    Purchase attach(PostingDesk desk, Purchase purchase, UUID memberId) {
        return attach(desk, purchase, memberId, Arrival.claimed());
    }

    /** Gives an unattached purchase to a member. */
    Purchase attach(PostingDesk desk, Purchase purchase, UUID memberId, Arrival arrival) {
        Purchase attached = judge.attached(desk, purchase, memberId, arrival);
        Purchase answered = attached.answered(json.write(answers.posted(desk, attached, Set.of())));
        desk.change(answered);
        desk.tell(
                answered.memberId(),
                "purchase.attached",
                payload(answered),
                purchase.head().occurredAt());
        return answered;
    }

    private static String payload(Purchase purchase) {
        return "{\"purchaseId\":\"" + PublicId.PURCHASE.format(purchase.id()) + "\",\"storeId\":\""
                + PublicId.STORE.format(purchase.head().storeId()) + "\",\"points\":" + purchase.points() + "}";
    }

    private static void refuseDifference(Receipt sent, Purchase stored, String currency) {
        if (Arrays.equals(ContentHash.of(sent), stored.contentHash())) {
            return;
        }
        List<FieldError> differences = Differences.between(stored.receipt(), sent, currency);
        throw Problem.conflict(
                ProblemCode.PURCHASE_CONFLICT, differences, PublicId.PURCHASE.format(stored.id()));
    }
}
