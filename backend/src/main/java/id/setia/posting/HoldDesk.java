package id.setia.posting;

import id.setia.members.FoundMember;
import id.setia.points.LedgerSession;
import java.util.UUID;

/** A transaction in which holds are acted on: its session has locked their members among those who may lose points. */
interface HoldDesk {

    LedgerSession ledger();

    /** Of a merged member, the one they live on as. */
    FoundMember member(UUID memberId);
}
