package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to payment cards: a member who pays with one of theirs earns without showing anything else. They never spend. What
 * is kept is the acquirer's token, never a card's number.
 */
@Singleton
class PaymentCards {

    /** Payment cards of one membership. */
    static final int MOST = 10;

    private final MemberNews news;
    private final OwnMembership own;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;

    PaymentCards(
            MemberNews news, OwnMembership own, AuditTrail audit, Transactions transactions, SystemClock clock) {
        this.news = news;
        this.own = own;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<PaymentCard> of(UUID memberId) {
        return transactions.read(connection -> PaymentCardRows.of(connection, memberId));
    }

    /**
     * Lets the member be known by a payment card; one they are known by already stays as it is.
     *
     * @throws Problem {@code validation_failed} for a token that is none, looks like a card number or is another member's;
     *     {@code too_many_cards}, {@code member_state_forbids}
     */
    PaymentCard add(Caller by, UUID memberId, MemberReference token, Optional<String> label) {
        own.refuse(by, Set.of(memberId));
        List<FieldError> errors = PaymentTokens.objections("/paymentToken", token);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return transactions.write(connection -> {
            MemberAct.ADD_CARD.after(MemberStateRows.lock(connection, memberId));
            List<PaymentCard> known = PaymentCardRows.of(connection, memberId);
            Optional<PaymentCard> same = known.stream().filter(card -> card.token().equals(token)).findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            if (known.size() >= MOST) {
                throw Problem.of(ProblemCode.TOO_MANY_CARDS, MOST);
            }
            PaymentCard card = new PaymentCard(token, label, clock.now());
            if (!IdentifierRows.insert(
                    connection,
                    List.of(new IdentifierRows.Row(token, memberId, IdentifierRows.ACTIVE, label, false, false)),
                    card.addedAt())) {
                throw Problem.invalid("/paymentToken", "payment_card_taken");
            }
            news.tell(by, memberId, "payment_card.added", Map.of());
            audit.record(by, "payment_card.added", "member", memberId, "issuer", token.issuer());
            return card;
        });
    }

    /** The member is no longer known by the card; one that is not theirs is not there already. */
    void remove(Caller by, UUID memberId, UUID cardId) {
        own.refuse(by, Set.of(memberId));
        transactions.write(connection -> {
            MemberStateRows.lock(connection, memberId);
            Optional<PaymentCard> card = PaymentCardRows.of(connection, memberId).stream()
                    .filter(known -> known.id().equals(cardId))
                    .findFirst();
            if (card.isPresent()) {
                PaymentCardRows.remove(connection, memberId, card.get().token());
                news.tell(by, memberId, "payment_card.removed", Map.of());
                audit.record(
                        by, "payment_card.removed", "member", memberId, "issuer", card.get().token().issuer());
            }
            return null;
        });
    }
}
