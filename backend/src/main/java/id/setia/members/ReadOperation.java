package id.setia.members;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** By what somebody read of a member. The numbers stand in the database and never change. */
public enum ReadOperation {
    PROFILE(0, "profile", "member.viewed", ReadField.NAME),
    LOOKUP(1, "lookup", "member.looked_up", ReadField.NAME),
    POINTS(2, "points", "member.points_viewed", ReadField.POINTS),
    ACTIVITY(3, "activity", "member.activity_viewed", ReadField.ACTIVITY),
    PURCHASES(4, "purchases", "member.purchases_viewed", ReadField.PURCHASES),
    STANDING(5, "standing", "member.standing_viewed", ReadField.STANDING),
    OFFERS(6, "offers", "member.offers_viewed", ReadField.OFFERS),
    REWARDS(7, "rewards", "member.rewards_viewed", ReadField.REWARDS),
    STATEMENT(8, "statement", "member.statement_viewed", ReadField.STATEMENT),
    CARDS(9, "cards", "member.cards_viewed", ReadField.CARDS),
    CONSENTS(10, "consents", "member.consents_viewed", ReadField.CONSENTS),
    DETAILS(11, "details", "member.details_viewed", ReadField.NAME),
    OTHER(12, "other", "", ReadField.OTHER),
    VOUCHERS(13, "vouchers", "member.vouchers_viewed", ReadField.REWARDS),
    PAYMENT_CARDS(14, "payment_cards", "member.payment_cards_viewed", ReadField.CARDS),
    ENTRIES(15, "entries", "member.entries_viewed", ReadField.ACTIVITY);

    private final int number;
    private final String value;
    private final String action;
    private final ReadField field;

    ReadOperation(int number, String value, String action, ReadField field) {
        this.number = number;
        this.value = value;
        this.action = action;
        this.field = field;
    }

    public String value() {
        return value;
    }

    /** What it shows, unless more is known. */
    public Set<ReadField> fields() {
        return Set.of(field);
    }

    /** The operation that goes by the action in the audit trail when staff call it. */
    public static ReadOperation ofAction(String action) {
        return Arrays.stream(values())
                .filter(operation -> operation.action.equals(action))
                .findFirst()
                .orElse(OTHER);
    }

    long bit() {
        return 1L << number;
    }

    static List<ReadOperation> of(long bits) {
        return Arrays.stream(values()).filter(operation -> (bits & operation.bit()) != 0).toList();
    }
}
