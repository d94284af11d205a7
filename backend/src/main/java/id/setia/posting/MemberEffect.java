package id.setia.posting;

import id.setia.points.MemberLedger;
import id.setia.points.PointsSummary;
import id.setia.program.Program;
import java.util.UUID;

/** What an act does, or would do, to one member's points. */
record MemberEffect(UUID memberId, PointsSummary before, PointsSummary after) {

    /** What a member has before an act. */
    static MemberEffect before(MemberLedger ledger, Program program) {
        PointsSummary now = PointsSummary.of(ledger, program);
        return new MemberEffect(ledger.memberId(), now, now);
    }

    MemberEffect after(MemberLedger ledger, Program program) {
        return new MemberEffect(memberId, before, PointsSummary.of(ledger, program));
    }
}
