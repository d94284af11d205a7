package id.setia.posting;

import id.setia.access.Caller;
import id.setia.audiences.AudienceMembership;
import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.earning.TriedCaps;
import id.setia.earning.Trigger;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.products.ProductCatalogue;
import id.setia.purchases.Purchase;
import id.setia.purchases.ReceiptLine;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tries a rule on a purchase beside the rules in force; nothing of it is stored and nobody is locked. */
@Singleton
class RuleTrials {

    private final PointsLedger points;
    private final PostingDesks desks;
    private final PurchaseBooking booking;
    private final ReceiptReader reader;
    private final PartnerDirectory partners;
    private final MemberRegistry members;
    private final ProductCatalogue catalogue;
    private final TierLadder ladder;
    private final PastJudge judge;
    private final AudienceMembership audiences;
    private final Explanations explanations;
    private final Judgements judgements;

    RuleTrials(
            PointsLedger points,
            PostingDesks desks,
            PurchaseBooking booking,
            ReceiptReader reader,
            PartnerDirectory partners,
            MemberRegistry members,
            ProductCatalogue catalogue,
            TierLadder ladder,
            PastJudge judge,
            AudienceMembership audiences,
            Explanations explanations,
            Judgements judgements) {
        this.points = points;
        this.desks = desks;
        this.booking = booking;
        this.reader = reader;
        this.partners = partners;
        this.members = members;
        this.catalogue = catalogue;
        this.ladder = ladder;
        this.judge = judge;
        this.audiences = audiences;
        this.explanations = explanations;
        this.judgements = judgements;
    }

    /**
     * Tries it; its caps leave what they leave a rule that has given nothing yet.
     *
     * @throws Problem {@code store_not_found}, {@code validation_failed}, {@code member_not_found}
     */
    TrialResponse on(Caller.SignedInStaff by, RuleChange change, TryRuleRequest request) {
        NewPurchase sale = sale(by, request.purchase());
        RuleBook book = explanations.book();
        Seen seen = points.look(session -> seen(session, sale, change));
        Purchase purchase = seen.purchase();
        List<RuleVersion> inForce = book.inForce(Trigger.PURCHASE, purchase.head().occurredAt());
        Judgement circumstances = circumstances(seen, request.tier(), change);
        Judgement now = judge.judge(inForce, purchase, circumstances);
        Judgement then = judge.judge(
                change,
                inForce,
                purchase,
                circumstances.assumingAudiences(change.audiences(), seen.in()),
                new TriedCaps(change.version().definition()));
        return new TrialResponse(
                circumstances.tier(),
                outcome(now, book),
                outcome(then, book.with(change.version())),
                then.points() - now.points());
    }

    private NewPurchase sale(Caller.SignedInStaff by, PostPurchaseRequest request) {
        Store store = Optional.ofNullable(request.storeId())
                .map(text -> PublicId.STORE.parseOr(text, ProblemCode.STORE_NOT_FOUND))
                .map(id -> partners.store(id).orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND)))
                .orElseThrow(() -> Problem.invalid("/purchase/storeId", "required"));
        NewPurchase read = reader.read(
                request,
                new Caller.ApiClient(by.staffId(), store.partnerId(), Optional.empty(), Optional.empty(), true, Set.of()));
        return new NewPurchase(read.receipt(), read.member(), true, read.warnings());
    }

    /**
     * The purchase as it would be in the books; judged where it is somebody's.
     *
     * @param in those of the audiences that the tried rule names in which the member is now
     */
    private record Seen(Purchase purchase, boolean attached, Set<UUID> in) {}

    private Seen seen(LedgerSession session, NewPurchase sale, RuleChange change) throws SQLException {
        Map<MemberReference, FoundMember> found = members.find(sale.member().stream().toList());
        Set<UUID> concerned = PurchaseBooking.earning(sale, found).stream().collect(Collectors.toSet());
        if (sale.member().isPresent() && concerned.isEmpty()) {
            throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        }
        PostingDesk desk = desks.open(session, Map.of(), concerned, Set.of(), List.of());
        List<String> skus =
                sale.receipt().lines().stream().map(ReceiptLine::sku).flatMap(Optional::stream).toList();
        Purchase purchase = booking.judged(
                        desk, sale, found, catalogue.products(sale.receipt().head().partnerId(), skus))
                .purchase();
        return new Seen(purchase, purchase.memberId().isPresent(), in(purchase, change));
    }

    private Set<UUID> in(Purchase purchase, RuleChange change) {
        return purchase.memberId()
                .filter(ignored -> !change.audiences().isEmpty())
                .map(member ->
                        audiences.of(Set.of(member), change.audiences()).getOrDefault(member, Set.of()))
                .orElse(Set.of());
    }

    private Judgement circumstances(Seen seen, String assumedTier, RuleChange change) {
        Judgement own = seen.attached()
                ? judgements.read(seen.purchase().standingGrants())
                : new Judgement(lowest(), Set.of(), seen.purchase().earningBase(), false, List.of());
        Set<UUID> opened = new HashSet<>(own.throughOffers());
        opened.add(change.version().ruleId());
        return own.assuming(tier(assumedTier).orElse(own.tier()), opened);
    }

    private String lowest() {
        return ladder.isDefined() ? ladder.current().lowest().code() : "";
    }

    private Optional<String> tier(String assumed) {
        Optional<String> code = Optional.ofNullable(assumed);
        List<String> known = ladder.isDefined()
                ? ladder.current().tiers().stream().map(Tier::code).toList()
                : List.of();
        if (code.filter(tier -> !known.contains(tier)).isPresent()) {
            throw Problem.invalid("/tier", "value_unknown", String.join(", ", known));
        }
        return code;
    }

    private TrialOutcomeResponse outcome(Judgement judgement, RuleBook book) {
        return new TrialOutcomeResponse(judgement.points(), explanations.of(judgement, book));
    }
}
