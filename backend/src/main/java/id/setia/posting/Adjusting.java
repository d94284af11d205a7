package id.setia.posting;

import id.setia.earning.ExpiryPolicy;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.points.Grant;
import id.setia.points.LedgerTransaction;
import id.setia.points.MemberLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What adding or taking points by hand does to the ledger, and what it is told of. */
@Singleton
class Adjusting {

    private final PartnerDirectory partners;
    private final Reversals reversals;
    private final Corrections corrections;
    private final ProgramSettings settings;
    private final Outbox outbox;
    private final IdMaker ids;

    Adjusting(
            PartnerDirectory partners,
            Reversals reversals,
            Corrections corrections,
            ProgramSettings settings,
            Outbox outbox,
            IdMaker ids) {
        this.partners = partners;
        this.reversals = reversals;
        this.corrections = corrections;
        this.settings = settings;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** The act of adding or taking, with what the order needs. */
    static <R> PointsAct<R> act(Adjustment order, PointsAct.Work<R> work) {
        return PointsAct.of(order.memberId(), work).onPurchase(Optional.ofNullable(order.purchaseId()));
    }

    /**
     * Adds or takes the points.
     *
     * @param id of the correction it makes; the same one is posted once
     * @param staffId who answers for it
     * @throws Problem {@code insufficient_points} when more would be taken than is there and no debt was asked for,
     *     {@code adjustment_exceeds_purchase}, {@code purchase_not_found}
     */
    MemberEffect at(ActDesk desk, UUID id, UUID staffId, Adjustment order) {
        Program program = settings.current();
        MemberLedger ledger = desk.ledger().member(order.memberId());
        MemberEffect before = MemberEffect.before(ledger, program);
        Optional<Purchase> purchase = Optional.ofNullable(order.purchaseId()).map(named -> purchase(desk, named, order));
        long availableBefore = ledger.available();
        if (purchase.isEmpty() && !order.mayOwe() && -order.points() > availableBefore) {
            throw Problem.of(ProblemCode.INSUFFICIENT_POINTS, -order.points(), availableBefore);
        }
        LedgerTransaction transaction = order.points() > 0
                ? add(desk, ledger, id, order, program)
                : take(desk, ledger, id, order, purchase);
        if (transaction.debtChange() < 0 && !order.mayOwe()) {
            throw Problem.of(ProblemCode.INSUFFICIENT_POINTS, -order.points(), availableBefore);
        }
        corrections.add(
                desk.batch(),
                new Correction(
                        id, program.dateOf(desk.now()), desk.now(),
                        order.points() > 0 ? CorrectionKind.ADDITION : CorrectionKind.REMOVAL,
                        Correction.Actor.staff(staffId, purchase.map(found -> found.head().storeId())),
                        Optional.of(order.memberId()), Optional.empty(), Optional.ofNullable(order.purchaseId()),
                        order.points(), Math.max(0, -transaction.debtChange()), Optional.of(order.reason()),
                        order.explanation()));
        tell(desk, ledger, id, order);
        return before.after(ledger, program);
    }

    private static Purchase purchase(ActDesk desk, UUID named, Adjustment order) {
        UUID member = desk.ledger().survivor(order.memberId());
        return desk.purchase(named)
                .filter(found -> found.memberId().map(desk.ledger()::survivor).filter(member::equals).isPresent())
                .orElseThrow(() -> Problem.of(ProblemCode.PURCHASE_NOT_FOUND));
    }

    private static LedgerTransaction add(
            ActDesk desk, MemberLedger ledger, UUID id, Adjustment order, Program program) {
        Grant grant = new Grant(
                order.points(),
                order.funder(),
                ExpiryPolicy.expiresAt(desk.now(), order.expiryMonths(), program.timeZone()),
                Optional.empty());
        return ledger.add(posting(desk, id), grant);
    }

    private LedgerTransaction take(
            ActDesk desk, MemberLedger ledger, UUID id, Adjustment order, Optional<Purchase> purchase) {
        if (purchase.isEmpty()) {
            return ledger.take(posting(desk, id), -order.points(), partners.owner().id());
        }
        long standing = reversals.standing(purchase.get()).points();
        if (-order.points() > standing) {
            throw Problem.of(ProblemCode.ADJUSTMENT_EXCEEDS_PURCHASE, -order.points(), standing);
        }
        return reversals.correct(desk.posting(), purchase.get(), id, -order.points()).transaction();
    }

    private static Posting posting(ActDesk desk, UUID id) {
        return new Posting(
                "adjustment:" + id, TransactionKind.ADJUSTMENT, new Source("correction", id), desk.now(), "{}");
    }

    private void tell(ActDesk desk, MemberLedger ledger, UUID id, Adjustment order) {
        outbox.add(
                desk.batch(),
                new Event(
                        ids.next(),
                        Optional.of(ledger.memberId()),
                        ledger.lastSeq(),
                        "points.adjusted",
                        1,
                        "{\"correctionId\":\"" + PublicId.CORRECTION.format(id) + "\",\"points\":" + order.points()
                                + ",\"reason\":\"" + order.reason().value() + "\"}",
                        desk.now(),
                        desk.now()));
    }
}
