package id.setia.posting;

import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.points.PointsLedger;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Does acts on members' points together in one transaction, with a number of statements that does not grow with them. */
@Singleton
class ActRounds {

    private final PointsLedger points;
    private final ActDesks desks;

    ActRounds(PointsLedger points, ActDesks desks) {
        this.points = points;
        this.desks = desks;
    }

    /**
     * Does all in the order given, but for those that are refused before they change anything.
     *
     * @return what became of each, in their order
     */
    List<Outcome<Object>> perform(List<? extends PointsAct<?>> acts) {
        return points.postAgain(session -> {
            ActDesk desk = desks.open(session, acts);
            List<Outcome<Object>> outcomes = new ArrayList<>();
            for (PointsAct<?> act : acts) {
                outcomes.add(tried(desk, act));
            }
            desk.write();
            return outcomes;
        });
    }

    /** A refusal that changed nothing is the answer; any other spoils the round. */
    private static Outcome<Object> tried(ActDesk desk, PointsAct<?> act) throws SQLException {
        long before = desk.changes(act.memberId());
        try {
            return new Outcome.Done<>(act.work().at(desk));
        } catch (Problem refusal) {
            if (desk.changes(act.memberId()) == before) {
                return new Outcome.Refused<>(refusal);
            }
            throw refusal;
        }
    }
}
