package id.setia.posting;

import id.setia.members.MemberFrozen;
import id.setia.points.PointsLedger;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Lets go what is on hold of a membership in the transaction that freezes it: who found the phone spends nothing more. */
@Singleton
class HoldsOfFrozen {

    private final PointsLedger points;
    private final HoldRows rows;
    private final HoldActs acts;

    HoldsOfFrozen(PointsLedger points, HoldRows rows, HoldActs acts) {
        this.points = points;
        this.rows = rows;
        this.acts = acts;
    }

    @EventListener
    void on(MemberFrozen frozen) {
        points.post(session -> {
            session.lock(Set.of(frozen.memberId()), Set.of(frozen.memberId()), List.of());
            for (Hold hold : rows.open(frozen.memberId())) {
                if (hold.isOverdue(session.now())) {
                    acts.timeOut(session, hold);
                } else {
                    acts.cancel(session, hold);
                }
            }
            return null;
        });
    }
}
