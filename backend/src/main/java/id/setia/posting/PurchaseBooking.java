package id.setia.posting;

import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.products.Product;
import id.setia.products.ProductCatalogue;
import id.setia.products.SeenProduct;
import id.setia.purchases.ContentHash;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.Receipt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts a purchase into the books, on a desk that has whom and what it names; each once and for ever. */
@Singleton
class PurchaseBooking {

    /** How far ahead of now a purchase may be and still earn. */
    static final Duration AHEAD = Duration.ofHours(24);

    private static final Duration LATE = Duration.ofDays(30);

    private final MemberRegistry members;
    private final ProductCatalogue catalogue;
    private final PurchaseJudge judge;
    private final PurchaseAnswers answers;
    private final ReceiptCodes codes;
    private final Corrections corrections;
    private final PointsTenders tenders;
    private final HoldRows holds;
    private final IdMaker ids;

    PurchaseBooking(
            MemberRegistry members,
            ProductCatalogue catalogue,
            PurchaseJudge judge,
            PurchaseAnswers answers,
            ReceiptCodes codes,
            Corrections corrections,
            PointsTenders tenders,
            HoldRows holds,
            IdMaker ids) {
        this.members = members;
        this.catalogue = catalogue;
        this.judge = judge;
        this.answers = answers;
        this.codes = codes;
        this.corrections = corrections;
        this.tenders = tenders;
        this.holds = holds;
        this.ids = ids;
    }

    /** What stands in the books afterwards: the purchase, or the one that was posted under its key before. */
    PostedPurchase book(
            PostingDesk desk,
            NewPurchase sale,
            Map<MemberReference, FoundMember> found,
            Map<UUID, Map<String, Product>> products) {
        return desk.purchase(sale.receipt().head().key())
                .map(before -> sentAgain(desk, sale, before, found))
                .orElseGet(() -> postNew(desk, sale, found, products));
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

    /** The products of sales that are not in the books yet, by partner and SKU; unknown ones are learnt. */
    Map<UUID, Map<String, Product>> products(
            PostingDesk desk, List<NewPurchase> sales, Map<NaturalKey, Purchase> stored) {
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
        Purchase answered = answers.keep(desk, paid.purchase(), answer);
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
            return new PostedPurchase(stored, true, answers.replayed(desk, stored, warnings));
        }
        if (stored.memberId().isPresent()) {
            return sentAgain(desk, stored, warnings, Warning.DIFFERENT_MEMBER);
        }
        if (stored.head().occurredAt().isAfter(desk.now().plus(AHEAD))) {
            return sentAgain(desk, stored, warnings, Warning.FROM_THE_FUTURE);
        }
        if (!Attachments.isOpen(stored, desk.now()) && !sale.history()) {
            return sentAgain(desk, stored, warnings, Warning.TOO_LATE);
        }
        if (stored.wasDetached()) {
            return sentAgain(desk, stored, warnings, Warning.DETACHED);
        }
        Purchase attached = attach(
                desk, stored, member.get(), sale.history() ? Arrival.attachedByStaff() : Arrival.attachedAtTill());
        if (!sale.history()) {
            record(desk, attached, Correction.Actor.till(sale.receipt().head(), sale.receipt().head().terminalId()));
        }
        return new PostedPurchase(attached, true, answers.replayed(desk, attached, warnings));
    }

    private PostedPurchase sentAgain(PostingDesk desk, Purchase stored, Set<Warning> warnings, Warning more) {
        warnings.add(more);
        return new PostedPurchase(stored, true, answers.replayed(desk, stored, warnings));
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
        Purchase answered = answers.keep(desk, attached, answers.posted(desk, attached, Set.of()));
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
