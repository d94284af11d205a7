package id.setia.posting;

import id.setia.points.LedgerSession;
import java.util.UUID;

/** Something else that is set aside together with points, used with them and let go with them, in their transaction. */
interface HoldPart {

    /** Points are about to be set aside; what is set aside with them is, too, or it is said why it cannot be. */
    void setAside(LedgerSession session, UUID holdId, HoldOrder order);

    /** The hold was confirmed. */
    void use(LedgerSession session, Hold hold);

    /** The hold was cancelled or timed out. */
    void letGo(LedgerSession session, Hold hold);
}
