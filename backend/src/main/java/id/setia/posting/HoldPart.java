package id.setia.posting;

import id.setia.points.LedgerSession;

/** Something else that is set aside together with points, used with them and let go with them, in their transaction. */
interface HoldPart {

    /** The hold was confirmed. */
    void use(LedgerSession session, Hold hold);

    /** The hold was cancelled or timed out. */
    void letGo(LedgerSession session, Hold hold);
}
