package id.setia.posting;

import id.setia.earning.Evaluation;
import id.setia.earning.Judgement;
import id.setia.earning.RuleOutcome;
import id.setia.earning.TakeBack;
import id.setia.kernel.Json;
import id.setia.kernel.Money;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.MonthSum;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseLine;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundState;
import id.setia.rewards.Vouchers;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What a refund does to the purchases it names, all of which are on the desk. */
@Singleton
class RefundApplication {

    /** What no later purchase mends. */
    private static final Set<ProblemCode> FINAL = EnumSet.of(
            ProblemCode.REFUND_EXCEEDS_PURCHASE,
            ProblemCode.NOTHING_LEFT_TO_REFUND,
            ProblemCode.PURCHASE_LINE_NOT_FOUND);

    private final PurchaseRows rows;
    private final RefundAnswers answers;
    private final Reversals reversals;
    private final Corrections corrections;
    private final PaymentReturns payments;
    private final Vouchers vouchers;
    private final Json json;

    RefundApplication(
            PurchaseRows rows,
            RefundAnswers answers,
            Reversals reversals,
            Corrections corrections,
            PaymentReturns payments,
            Vouchers vouchers,
            Json json) {
        this.rows = rows;
        this.answers = answers;
        this.reversals = reversals;
        this.corrections = corrections;
        this.payments = payments;
        this.vouchers = vouchers;
        this.json = json;
    }

    /** Applies a refund that waited, if all its purchases are here now; where they hold less than it takes back, it is refused. */
    void applyWaiting(PostingDesk desk, Refund refund) {
        if (!isReady(desk, refund.lines())) {
            return;
        }
        AppliedRefund applied;
        try {
            applied = apply(desk, refund.id(), refund.head().occurredAt(), refund.lines());
        } catch (Problem why) {
            refuse(desk, refund, why);
            return;
        }
        Refund found = new Refund(
                refund.id(), refund.head(), refund.contentHash(), RefundState.APPLIED, refund.recordedAt(),
                Optional.empty(), applied.lines(), refund.request(), "");
        rows.change(desk.ledger().batch(), answers.answered(desk, found, applied));
        tell(desk, found, applied);
    }

    private void refuse(PostingDesk desk, Refund refund, Problem why) {
        if (!FINAL.contains(why.code())) {
            return;
        }
        Refund refused = new Refund(
                refund.id(), refund.head(), refund.contentHash(), RefundState.REFUSED, refund.recordedAt(),
                Optional.empty(), refund.lines(), refund.request(), "");
        rows.change(desk.ledger().batch(), answers.refused(refused, why));
        desk.tell(
                Optional.empty(),
                "refund.refused",
                "{\"refundId\":\"" + PublicId.REFUND.format(refund.id()) + "\",\"reason\":\"" + why.code().code() + "\"}",
                refund.head().occurredAt());
    }

    static boolean isReady(PostingDesk desk, List<Refund.RefundLine> lines) {
        return lines.stream().allMatch(line -> desk.purchase(line.purchaseKey()).isPresent());
    }

    /** Tells the feed and those who oversee the tills. */
    void tell(PostingDesk desk, Refund refund, AppliedRefund applied) {
        corrections.add(
                desk.ledger().batch(),
                new Correction(
                        refund.id(), desk.program().dateOf(desk.now()), desk.now(), CorrectionKind.REFUND,
                        Correction.Actor.till(refund.head(), refund.head().terminalId()), applied.onlyMember(),
                        Optional.empty(), Optional.of(refund.id()), -applied.takenBack(), applied.debtAdded(),
                        Optional.empty(), ""));
        if (applied.takenByMember().isEmpty()) {
            tell(desk, refund, Optional.empty(), applied.takenBack(), applied.back().points());
        }
        applied.takenByMember()
                .forEach((member, taken) -> tell(
                        desk, refund, Optional.of(member), taken, applied.back().pointsByMember().getOrDefault(member, 0L)));
    }

    private static void tell(PostingDesk desk, Refund refund, Optional<UUID> member, long taken, long givenBack) {
        String payload = "{\"refundId\":\"" + PublicId.REFUND.format(refund.id()) + "\",\"pointsTakenBack\":" + taken
                + ",\"pointsGivenBack\":" + givenBack + "}";
        desk.tell(member, "refund.posted", payload, refund.head().occurredAt());
    }

    /**
     * Gives back what paid for the lines named, then takes back what they earned, so that as little as possible is owed.
     * Nothing on the desk changes when any of them asks for more than is left.
     *
     * @throws Problem {@code refund_exceeds_purchase}, {@code nothing_left_to_refund}, {@code purchase_line_not_found}
     */
    AppliedRefund apply(PostingDesk desk, UUID refundId, Instant occurredAt, List<Refund.RefundLine> asked) {
        Map<NaturalKey, Purchase> after = new LinkedHashMap<>();
        List<Refund.RefundLine> found = new ArrayList<>();
        List<PaymentReturns.Returned> returned = new ArrayList<>();
        for (Refund.RefundLine line : asked) {
            Purchase before = Optional.ofNullable(after.get(line.purchaseKey()))
                    .or(() -> desk.purchase(line.purchaseKey()))
                    .orElseThrow();
            after.put(line.purchaseKey(), refunded(before, line, found, returned, desk.program().currency()));
        }
        PaymentReturns.Back back = payments.giveBack(desk, refundId, occurredAt, returned);
        after.values().forEach(purchase -> giveVouchersBack(desk, purchase));
        Map<UUID, Long> takenByMember = new LinkedHashMap<>();
        List<RuleOutcome> taken = new ArrayList<>();
        Map<UUID, Map<Integer, Long>> pointsByLine = new LinkedHashMap<>();
        long takenBack = 0;
        long debtAdded = 0;
        for (Purchase purchase : after.values()) {
            if (purchase.memberId().isEmpty()) {
                desk.change(purchase);
                continue;
            }
            Step step = takeBack(desk, refundId, occurredAt, desk.purchase(purchase.head().key()).orElseThrow(), purchase);
            taken.addAll(step.taken());
            takenByMember.merge(desk.survivor(purchase.memberId().get()), step.points(), Math::addExact);
            takenBack += step.points();
            debtAdded += step.debt();
            pointsByLine.put(purchase.id(), step.byLine());
        }
        return new AppliedRefund(withPoints(found, pointsByLine), takenByMember, taken, takenBack, debtAdded, back);
    }

    private void giveVouchersBack(PostingDesk desk, Purchase purchase) {
        List<Integer> all = purchase.lines().stream().map(PurchaseLine::position).toList();
        List<Integer> refunded = purchase.lines().stream()
                .filter(RefundApplication::isSpent)
                .map(PurchaseLine::position)
                .toList();
        if (!refunded.isEmpty() && desk.hasVouchers(purchase.head().key())) {
            vouchers.giveBackRefunded(desk.ledger().batch(), purchase.head().key(), refunded, all, desk.now());
        }
    }

    /** The purchase with the line's quantity and amount taken off; what was found is added to the list. */
    private static Purchase refunded(
            Purchase purchase,
            Refund.RefundLine asked,
            List<Refund.RefundLine> found,
            List<PaymentReturns.Returned> returned,
            String currency) {
        List<PurchaseLine> lines = new ArrayList<>();
        long amountInAll = 0;
        boolean any = false;
        for (PurchaseLine line : purchase.lines()) {
            boolean named = asked.position().map(position -> position == line.position()).orElse(true);
            if (!named || asked.position().isEmpty() && isSpent(line)) {
                lines.add(line);
                continue;
            }
            BigDecimal quantity = asked.quantity().orElse(
                    asked.amount().isPresent() ? BigDecimal.ZERO : line.remainingQuantity());
            long amount = asked.amount().orElseGet(() -> share(line, quantity, currency));
            if (isSpent(line)
                    || quantity.compareTo(line.remainingQuantity()) > 0
                    || amount > line.remainingAmount()) {
                throw Problem.of(
                        ProblemCode.REFUND_EXCEEDS_PURCHASE,
                        PublicId.PURCHASE.format(purchase.id()),
                        line.position(),
                        line.remainingQuantity().stripTrailingZeros().toPlainString(),
                        Money.ofMinor(isSpent(line) ? 0 : line.remainingAmount(), currency).amount());
            }
            PurchaseLine after = line.refunded(quantity, amount);
            lines.add(after);
            returned.add(new PaymentReturns.Returned(purchase, line, after));
            found.add(new Refund.RefundLine(
                    found.size() + 1,
                    asked.purchaseKey(),
                    Optional.of(purchase.id()),
                    Optional.of(line.position()),
                    Optional.of(quantity),
                    Optional.of(amount),
                    0));
            amountInAll += amount;
            any = true;
        }
        if (!any) {
            throw asked.position()
                    .map(position -> Problem.of(
                            ProblemCode.PURCHASE_LINE_NOT_FOUND, PublicId.PURCHASE.format(purchase.id()), position))
                    .orElseGet(() -> Problem.of(
                            ProblemCode.NOTHING_LEFT_TO_REFUND, PublicId.PURCHASE.format(purchase.id())));
        }
        return purchase.refunded(lines, purchase.standingGrants(), 0, amountInAll);
    }

    private static boolean isSpent(PurchaseLine line) {
        return line.remainingQuantity().signum() == 0;
    }

    /** The quantity's share of the line's amount, in whole coins where that is, so that all shares of a line add up to it. */
    private static long share(PurchaseLine line, BigDecimal quantity, String currency) {
        BigDecimal until = line.refundedQuantity().add(quantity);
        if (until.compareTo(line.line().quantity()) >= 0) {
            return line.remainingAmount();
        }
        long coin = line.line().amount() % Money.coin(currency) == 0 ? Money.coin(currency) : 1;
        long target = coin * BigDecimal.valueOf(line.line().amount() / coin)
                .multiply(until)
                .divide(line.line().quantity(), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.clamp(target - line.refundedAmount(), 0, line.remainingAmount());
    }

    private record Step(List<RuleOutcome> taken, long points, long debt, Map<Integer, Long> byLine) {}

    private Step takeBack(PostingDesk desk, UUID refundId, Instant occurredAt, Purchase before, Purchase after) {
        UUID memberId = after.memberId().orElseThrow();
        Judgement standing = desk.judgements().read(before.standingGrants());
        Judgement remaining = judgeRemaining(desk, after, standing);
        List<RuleOutcome> taken = TakeBack.of(standing.rules(), remaining);
        List<RuleOutcome> left = TakeBack.standing(standing.rules(), taken, remaining);
        Judgement restated = standing.with(remaining.base(), left);
        Map<Integer, Long> byLine = new TreeMap<>();
        List<PurchaseLine> lines = after.lines().stream()
                .map(line -> {
                    long points = restated.pointsAt(line.position());
                    byLine.put(line.position(), Math.max(0, line.points() - points));
                    return line.withPoints(points);
                })
                .toList();
        Map<UUID, Long> byFunder = new TreeMap<>();
        taken.forEach(outcome -> byFunder.merge(outcome.funder(), -outcome.points(), Math::addExact));
        long points = byFunder.values().stream().mapToLong(Long::longValue).sum();
        MemberLedger ledger = desk.ledger().member(memberId);
        desk.caps().tookBack(ledger.memberId(), after.programDate(), taken, left);
        LedgerTransaction transaction = ledger.takeBack(
                new Posting(
                        "refund:" + refundId + ":" + after.id(),
                        TransactionKind.REFUND,
                        new Source("refund", refundId),
                        occurredAt,
                        json.write(restated.taking(taken))),
                after.id(),
                byFunder);
        ledger.count(
                desk.program().monthOf(after.head().occurredAt()),
                new MonthSum(remaining.base() - standing.base(), 0, -points),
                occurredAt);
        if (restated.points() == 0) {
            reversals.settleReview(desk, before, standing);
        }
        desk.change(before.refunded(lines, json.write(restated), points, after.refunded() - before.refunded()));
        return new Step(taken, points, -transaction.debtChange(), byLine);
    }

    /** How the very versions and circumstances of then judge what is left now. */
    private static Judgement judgeRemaining(PostingDesk desk, Purchase purchase, Judgement standing) {
        return Evaluation.again(standing, desk.rules().versions(standing), PurchaseJudge.remaining(purchase.lines()));
    }

    /** Each refund line with the points its purchase line lost; a line refunded twice counts them once. */
    private static List<Refund.RefundLine> withPoints(
            List<Refund.RefundLine> lines, Map<UUID, Map<Integer, Long>> points) {
        return lines.stream()
                .map(line -> {
                    Map<Integer, Long> ofPurchase =
                            points.getOrDefault(line.purchaseId().orElseThrow(), Map.of());
                    Long lost = ofPurchase.isEmpty() ? null : ofPurchase.remove(line.position().orElseThrow());
                    return new Refund.RefundLine(
                            line.number(), line.purchaseKey(), line.purchaseId(), line.position(), line.quantity(),
                            line.amount(), lost == null ? 0 : lost);
                })
                .toList();
    }
}
