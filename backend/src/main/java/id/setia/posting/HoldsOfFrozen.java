package id.setia.posting;

import id.setia.members.MemberFrozen;
import id.setia.points.PointsLedger;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Lets go what is on hold of a membership in the transaction that freezes it: who found the phone spends nothing more. */
@Singleton
class HoldsOfFrozen {

    private final PointsLedger points;
    private final ActDesks desks;
    private final HoldRows rows;
    private final HoldActs acts;

    HoldsOfFrozen(PointsLedger points, ActDesks desks, HoldRows rows, HoldActs acts) {
        this.points = points;
        this.desks = desks;
        this.rows = rows;
        this.acts = acts;
    }

    @EventListener
    void on(MemberFrozen frozen) {
        points.post(session -> {
            ActDesk desk = desks.freeing(session, frozen.memberId());
            for (Hold hold : desk.holds()) {
                if (hold.state() == HoldState.OPEN) {
                    acts.cancel(desk, hold);
                }
            }
            desk.write();
            return null;
        });
    }
}
