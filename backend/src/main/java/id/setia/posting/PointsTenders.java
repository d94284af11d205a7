package id.setia.posting;

import id.setia.purchases.Purchase;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.Tender;
import id.setia.purchases.TenderKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Lets the holds that a purchase names pay it. One that cannot is a warning: the sale has happened. */
@Singleton
class PointsTenders {

    private final PointsPayments payments;
    private final HoldActs acts;

    PointsTenders(PointsPayments payments, HoldActs acts) {
        this.payments = payments;
        this.acts = acts;
    }

    /** The purchase as it was paid, and what the till should know. */
    record Paid(Purchase purchase, Set<Warning> warnings) {}

    /**
     * Pays.
     *
     * @param shown the member who bought, as far as the till knows
     */
    Paid pay(PostingDesk desk, Purchase purchase, Optional<UUID> shown) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (purchase.amounts().tenders().stream().anyMatch(PointsTenders::lacksHold)) {
            warnings.add(Warning.HOLD_MISSING);
        }
        if (purchase.amounts().tenders().stream().allMatch(tender -> tender.holdId().isEmpty())) {
            return new Paid(purchase, warnings);
        }
        PointsPayment payment = payments.by(desk.program());
        List<ReceiptLine> lines = purchase.receipt().lines();
        long left = payment.most(purchase.amounts(), lines);
        List<Tender> tenders = new ArrayList<>();
        for (Tender tender : purchase.amounts().tenders()) {
            if (tender.kind() != TenderKind.POINTS || tender.holdId().isEmpty()) {
                tenders.add(tender);
                continue;
            }
            OptionalLong points = payment.pointsFor(tender.amount());
            Optional<Hold> hold = desk.hold(tender.holdId().get())
                    .filter(found -> found.partnerId().equals(purchase.head().partnerId()))
                    .map(found -> found.purpose() == HoldPurpose.REWARD ? found : timely(desk, found));
            Optional<Warning> objection = objection(hold, shown, points)
                    .or(() -> payment.allows(points.getAsLong()) ? Optional.empty() : Optional.of(Warning.HOLD_OUTSIDE_POLICY));
            if (objection.isEmpty() && tender.amount() > left) {
                objection = Optional.of(Warning.HOLD_OUTSIDE_POLICY);
            }
            if (objection.isPresent()) {
                warnings.add(objection.get());
                tenders.add(tender);
                continue;
            }
            desk.put(acts.pay(desk, hold.orElseThrow(), points.getAsLong(), purchase.id()));
            tenders.add(tender.paying(payment.spread(lines, points.getAsLong(), tender.amount())));
            left -= tender.amount();
        }
        return new Paid(purchase.paid(tenders), warnings);
    }

    private static boolean lacksHold(Tender tender) {
        return tender.kind() == TenderKind.POINTS && tender.holdId().isEmpty();
    }

    private Hold timely(PostingDesk desk, Hold hold) {
        if (!hold.isOverdue(desk.now())) {
            return hold;
        }
        Hold over = acts.timeOutPayment(desk, hold);
        desk.put(over);
        return over;
    }

    private static Optional<Warning> objection(Optional<Hold> hold, Optional<UUID> shown, OptionalLong points) {
        if (hold.isEmpty()) {
            return Optional.of(Warning.HOLD_UNKNOWN);
        }
        if (hold.get().purpose() == HoldPurpose.REWARD) {
            return Optional.of(Warning.HOLD_FOR_REWARD);
        }
        if (shown.filter(member -> !member.equals(hold.get().memberId())).isPresent()) {
            return Optional.of(Warning.HOLD_OF_ANOTHER_MEMBER);
        }
        return switch (hold.get().state()) {
            case EXPIRED -> Optional.of(Warning.HOLD_EXPIRED);
            case CONFIRMED, CANCELLED -> Optional.of(Warning.HOLD_ENDED);
            case OPEN -> {
                if (points.isEmpty()) {
                    yield Optional.of(Warning.HOLD_AMOUNT_DIFFERS);
                }
                yield points.getAsLong() > hold.get().points() ? Optional.of(Warning.HOLD_TOO_SMALL) : Optional.empty();
            }
        };
    }
}
