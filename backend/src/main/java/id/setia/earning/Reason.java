package id.setia.earning;

/** Why a rule gave what it gave. */
public enum Reason {
    PER_AMOUNT,
    MULTIPLIED,
    BONUS,
    PER_PIECE,
    NOTHING_EARNS,
    NO_MATCHING_LINES,
    NEEDS_OFFER,
    OTHER_TIER,
    OTHER_AUDIENCE,
    OTHER_PARTNER,
    OTHER_STORE,
    OTHER_CHANNEL,
    OTHER_HOURS,
    OTHER_WEEKDAY,
    OTHER_DAY_OF_MONTH,
    OTHER_DATE,
    NOT_FIRST_PURCHASE,
    NO_BIRTHDAY,
    OTHER_PAYMENT,
    BELOW_MINIMUM,
    BELOW_ONE_POINT,
    BELOW_ONE_PIECE,
    NOTHING_TO_MULTIPLY,
    OUTSTACKED,
    USED_UP,
    MOVED,
    DETACHED,
    CORRECTED,
    WITHDRAWN,
    JUDGED_AGAIN,
    TAKEN_BACK;

    /** Whether the circumstances spoke against the rule, whatever was bought; that stays so when a part is taken back. */
    boolean isOfOccasion() {
        return switch (this) {
            case NEEDS_OFFER, OTHER_TIER, OTHER_AUDIENCE, OTHER_PARTNER, OTHER_STORE, OTHER_CHANNEL, OTHER_HOURS,
                    OTHER_WEEKDAY, OTHER_DAY_OF_MONTH, OTHER_DATE, NOT_FIRST_PURCHASE, NO_BIRTHDAY, OTHER_PAYMENT -> true;
            case PER_AMOUNT, MULTIPLIED, BONUS, PER_PIECE, NOTHING_EARNS, NO_MATCHING_LINES, BELOW_MINIMUM,
                    BELOW_ONE_POINT, BELOW_ONE_PIECE, NOTHING_TO_MULTIPLY, OUTSTACKED, USED_UP, MOVED, DETACHED, CORRECTED,
                    WITHDRAWN, JUDGED_AGAIN, TAKEN_BACK -> false;
        };
    }
}
