package id.setia.posting;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Transactions;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Purchase;
import id.setia.purchases.PurchaseRows;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for members who hold a receipt that is nobody's: its code gives them the purchase, once. */
@Singleton
public class ReceiptClaims {

    private final PointsLedger points;
    private final MemberLookup members;
    private final PostingDesks desks;
    private final Purchases purchases;
    private final PurchaseRows rows;
    private final PurchaseBooking booking;
    private final PurchaseAnswers answers;
    private final ReceiptCodes codes;
    private final Transactions transactions;
    private final BusinessClock clock;

    ReceiptClaims(
            PointsLedger points,
            MemberLookup members,
            PostingDesks desks,
            Purchases purchases,
            PurchaseRows rows,
            PurchaseBooking booking,
            PurchaseAnswers answers,
            ReceiptCodes codes,
            Transactions transactions,
            BusinessClock clock) {
        this.points = points;
        this.members = members;
        this.desks = desks;
        this.purchases = purchases;
        this.rows = rows;
        this.booking = booking;
        this.answers = answers;
        this.codes = codes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A receipt behind a code, and what can be done with it. */
    record Seen(Purchase purchase, ReceiptClaimState state) {}

    /**
     * What the code stands for.
     *
     * @throws Problem {@code receipt_code_unknown}
     */
    Seen look(ReceiptCode code, Optional<UUID> memberId) {
        return transactions.read(connection -> {
            ReceiptCodes.Known known = known(codes.find(connection, code));
            Purchase purchase = purchases.find(known.purchaseId()).orElseThrow();
            return new Seen(purchase, state(purchase, known.used(), memberId));
        });
    }

    private static ReceiptCodes.Known known(Optional<ReceiptCodes.Known> found) {
        return found.orElseThrow(() -> Problem.of(ProblemCode.RECEIPT_CODE_UNKNOWN));
    }

    private ReceiptClaimState state(Purchase purchase, boolean used, Optional<UUID> memberId) {
        if (purchase.memberId().isPresent()) {
            return memberId.filter(who -> members.same(who, purchase.memberId().get())).isPresent() ? ReceiptClaimState.YOURS : ReceiptClaimState.CLAIMED;
        }
        if (used) {
            return ReceiptClaimState.CLAIMED;
        }
        if (!codes.isOpen(purchase, clock.now())) {
            return ReceiptClaimState.EXPIRED;
        }
        boolean nothingLeft =
                purchase.lines().stream().allMatch(line -> line.remainingQuantity().signum() == 0);
        return nothingLeft ? ReceiptClaimState.REFUNDED : ReceiptClaimState.OPEN;
    }

    /**
     * Gives the receipt to the member, by the rules and tier of the time of the purchase; what was refunded meanwhile
     * earns nothing. Claiming one's own again changes nothing.
     *
     * @throws Problem {@code receipt_code_unknown}, {@code purchase_already_attached} to somebody else, also by a till
     *     meanwhile, {@code receipt_code_expired}, {@code receipt_refunded}
     */
    public PostedPurchase claim(UUID memberId, ReceiptCode code) {
        ReceiptCodes.Known known = known(transactions.read(connection -> codes.find(connection, code)));
        NaturalKey key = purchases.keys(Set.of(known.purchaseId())).get(known.purchaseId());
        return points.post(session -> claimIn(session, memberId, code, key));
    }

    private PostedPurchase claimIn(LedgerSession session, UUID memberId, ReceiptCode code, NaturalKey key)
            throws SQLException {
        Map<NaturalKey, Purchase> stored = purchases.lock(session.connection(), Set.of(key));
        Purchase purchase = stored.get(key);
        boolean used = known(codes.find(session.connection(), code)).used();
        return switch (state(purchase, used, Optional.of(memberId))) {
            case YOURS -> new PostedPurchase(purchase, true, answers.replayed(purchase, Set.of()));
            case CLAIMED -> throw Problem.of(ProblemCode.PURCHASE_ALREADY_ATTACHED);
            case EXPIRED -> throw Problem.of(ProblemCode.RECEIPT_CODE_EXPIRED);
            case REFUNDED -> throw Problem.of(ProblemCode.RECEIPT_REFUNDED);
            case OPEN -> {
                PostingDesk desk = desks.open(session, stored, Set.of(memberId), Set.of(), List.of());
                Purchase attached = booking.attach(desk, purchase, memberId);
                desk.write(rows);
                codes.markUsed(session.connection(), code, session.now());
                yield new PostedPurchase(attached, false, desk.answer(attached.id()).orElseThrow());
            }
        };
    }
}
