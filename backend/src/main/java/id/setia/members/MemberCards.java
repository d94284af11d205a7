package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door to cards: a member has one main card and may have others with a label, for the family or an older number.
 * Every card earns for the membership; one that was added spends only once the member says so. A blocked number is never
 * given to anybody again.
 */
@Singleton
public class MemberCards {

    /** Active cards of one membership. */
    static final int MOST = 10;

    private final MemberNews news;
    private final OwnMembership own;
    private final IdempotencyKeys requests;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;

    MemberCards(
            MemberNews news,
            OwnMembership own,
            IdempotencyKeys requests,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock) {
        this.news = news;
        this.own = own;
        this.requests = requests;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether points may be spent by who shows the card: it is active, may spend, and so may its membership. */
    public boolean maySpend(MemberReference card) {
        return transactions.read(connection -> CardRows.spending(connection, List.of(card)))
                .containsKey(card);
    }

    /** The main card first, then the others in the order in which they came, blocked ones last. */
    List<IdentifierRows.Row> of(UUID memberId) {
        return transactions.read(connection -> cards(connection, memberId).stream()
                .sorted(Comparator.comparing(card -> card.state().equals(CardRows.BLOCKED)))
                .toList());
    }

    private static List<IdentifierRows.Row> cards(Connection connection, UUID memberId) throws SQLException {
        return IdentifierRows.of(connection, memberId).stream()
                .filter(card -> card.reference().kind() == MemberReference.Kind.CARD)
                .toList();
    }

    /**
     * Adds a card, once under its key.
     *
     * @param number an older card's number, in any form; a new one of ours without it
     * @throws Problem {@code too_many_cards}, {@code validation_failed} for a number that is mistyped or taken,
     *     {@code idempotency_key_missing}, {@code idempotency_key_reused}
     */
    IdentifierRows.Row add(Caller by, Optional<String> key, UUID memberId, String label, Optional<String> number) {
        own.refuse(by, Set.of(memberId));
        Optional<MemberReference> older = number.map(MemberCards::older);
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(
                by, key, "card", List.of(memberId.toString(), label, older.map(MemberReference::value).orElse("")));
        return once(request, memberId, older, (connection, reference) -> {
            MemberAct.ADD_CARD.after(MemberStateRows.lock(connection, memberId));
            if (cards(connection, memberId).stream().filter(MemberCards::isActive).count() >= MOST) {
                throw Problem.of(ProblemCode.TOO_MANY_CARDS, MOST);
            }
            if (!insert(connection, card(reference, memberId, Optional.of(label), false, false))) {
                throw older.isPresent() ? Problem.invalid("/number", "card_taken") : new NumberTaken();
            }
            news.tell(by, memberId, "card.added", Map.of());
            audit.record(by, "card.added", "member", memberId, "card", reference.value());
        });
    }

    /** A new card whose number is known before its transaction begins. */
    @FunctionalInterface
    private interface NewCard {
        void have(Connection connection, MemberReference number) throws SQLException;
    }

    /** The number drawn for a card is another card's. */
    private static final class NumberTaken extends RuntimeException {

        NumberTaken() {
            super("a card's number is taken", null, false, false);
        }
    }

    /** Has the effect once; who asks again is told how the card stands that was made then. */
    private IdentifierRows.Row once(
            IdempotencyKeys.Request request, UUID memberId, Optional<MemberReference> number, NewCard effect) {
        while (true) {
            MemberReference drawn = number.orElseGet(() -> MemberReference.card(CardNumber.random()));
            try {
                UUID made = requests.once(request, nameOf(drawn), ignored -> transactions.write(connection -> {
                            effect.have(connection, drawn);
                            return null;
                        }))
                        .resourceId();
                return of(memberId).stream()
                        .filter(card -> nameOf(card.reference()).equals(made))
                        .findFirst()
                        .orElseThrow(() -> Problem.of(ProblemCode.CARD_NOT_FOUND));
            } catch (NumberTaken anothersNumber) {
                // Another number is drawn.
            }
        }
    }

    /** What a request is kept with, in place of the number. */
    private static UUID nameOf(MemberReference card) {
        return UUID.nameUUIDFromBytes(("card " + card.value()).getBytes(StandardCharsets.UTF_8));
    }

    private static MemberReference older(String number) {
        MemberReference card = MemberReference.card(number);
        if (card.value().isEmpty()) {
            throw Problem.invalid("/number", "required");
        }
        if (card.value().matches(CardNumber.FORM) && !CardNumber.isValid(card.value())) {
            throw Problem.invalid("/number", "card_number_wrong");
        }
        return card;
    }

    private boolean insert(Connection connection, IdentifierRows.Row card) throws SQLException {
        return IdentifierRows.insert(connection, List.of(card), clock.now());
    }

    /** Renames a card, and lets it spend or not. */
    IdentifierRows.Row change(
            Caller by, UUID memberId, String number, Optional<String> label, Optional<Boolean> maySpend) {
        own.refuse(by, Set.of(memberId));
        return transactions.write(connection -> {
            MemberState state = MemberStateRows.lock(connection, memberId);
            MemberAct.CHANGE_CARD.after(state);
            IdentifierRows.Row card = active(connection, memberId, number);
            if (maySpend.orElse(false) && !card.maySpend()) {
                MemberAct.LET_CARD_SPEND.after(state);
            }
            IdentifierRows.Row changed =
                    CardRows.named(card, label.or(card::label), maySpend.orElse(card.maySpend()));
            CardRows.change(connection, changed);
            audit.record(
                    by, "card.changed", "member", memberId, "label", changed.label().orElse(""), "maySpend",
                    String.valueOf(changed.maySpend()));
            return changed;
        });
    }

    /**
     * Blocks an additional card; one that is blocked stays so.
     *
     * @throws Problem {@code main_card_needed} for the main card, which can only be replaced
     */
    IdentifierRows.Row block(Caller by, UUID memberId, String number, String reason) {
        own.refuse(by, Set.of(memberId));
        return transactions.write(connection -> {
            MemberAct.BLOCK_CARD.after(MemberStateRows.lock(connection, memberId));
            IdentifierRows.Row card = known(connection, memberId, number);
            if (card.main()) {
                throw Problem.of(ProblemCode.MAIN_CARD_NEEDED);
            }
            if (!isActive(card)) {
                return card;
            }
            IdentifierRows.Row blocked = CardRows.blocked(card);
            CardRows.change(connection, blocked);
            news.tell(by, memberId, "card.blocked", Map.of());
            audit.record(by, "card.blocked", "member", memberId, "card", card.reference().value(), "reason", reason);
            return blocked;
        });
    }

    /** Puts a card with a new number in the place of one, which is blocked; once under its key. */
    IdentifierRows.Row replace(Caller by, Optional<String> key, UUID memberId, String number, String reason) {
        own.refuse(by, Set.of(memberId));
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(
                by, key, "card_replacement", List.of(memberId.toString(), MemberReference.card(number).value(), reason));
        return once(request, memberId, Optional.empty(), (connection, reference) -> {
            MemberAct.REPLACE_CARD.after(MemberStateRows.lock(connection, memberId));
            IdentifierRows.Row replaced = active(connection, memberId, number);
            CardRows.change(connection, CardRows.blocked(replaced));
            if (!insert(connection, card(reference, memberId, replaced.label(), replaced.main(), replaced.maySpend()))) {
                throw new NumberTaken();
            }
            news.tell(by, memberId, "card.replaced", Map.of());
            audit.record(by, "card.replaced", "member", memberId, "card", reference.value(), "reason", reason);
        });
    }

    /** Replaces the main card, where there is one, in the running transaction and under the member's lock. */
    void replaceMain(Connection connection, UUID memberId) throws SQLException {
        for (IdentifierRows.Row card : cards(connection, memberId)) {
            if (card.main() && isActive(card)) {
                replace(connection, card);
            }
        }
    }

    private IdentifierRows.Row replace(Connection connection, IdentifierRows.Row card) throws SQLException {
        CardRows.change(connection, CardRows.blocked(card));
        return issue(connection, card.memberId(), card.label(), card.main(), card.maySpend());
    }

    private IdentifierRows.Row issue(
            Connection connection, UUID memberId, Optional<String> label, boolean main, boolean maySpend)
            throws SQLException {
        IdentifierRows.Row card;
        do {
            card = card(MemberReference.card(CardNumber.random()), memberId, label, main, maySpend);
        } while (!insert(connection, card));
        return card;
    }

    private static IdentifierRows.Row card(
            MemberReference reference, UUID memberId, Optional<String> label, boolean main, boolean maySpend) {
        return new IdentifierRows.Row(reference, memberId, IdentifierRows.ACTIVE, label, main, maySpend);
    }

    private static IdentifierRows.Row active(Connection connection, UUID memberId, String number)
            throws SQLException {
        IdentifierRows.Row card = known(connection, memberId, number);
        if (!isActive(card)) {
            throw Problem.of(ProblemCode.CARD_NOT_FOUND);
        }
        return card;
    }

    private static IdentifierRows.Row known(Connection connection, UUID memberId, String number) throws SQLException {
        MemberReference reference = MemberReference.card(number);
        return cards(connection, memberId).stream()
                .filter(card -> card.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.CARD_NOT_FOUND));
    }

    private static boolean isActive(IdentifierRows.Row card) {
        return IdentifierRows.ACTIVE.equals(card.state());
    }
}
