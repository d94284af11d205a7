package id.setia.earning;

/** Why a rule gave what it gave. */
public enum Reason {
    PER_AMOUNT,
    MULTIPLIED,
    BONUS,
    NOTHING_EARNS,
    NO_MATCHING_LINES,
    OTHER_WEEKDAY,
    OTHER_TIER,
    NEEDS_OFFER,
    BELOW_MINIMUM,
    BELOW_ONE_POINT,
    MOVED,
    DETACHED,
    CORRECTED,
    WITHDRAWN,
    JUDGED_AGAIN,
    TAKEN_BACK
}
