package id.setia.posting;

import id.setia.kernel.Outcome;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
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
        try {
            return points.post(session -> done(desks.open(session, acts), acts));
        } catch (RuntimeException spoilt) {
            boolean named = acts.stream().anyMatch(act -> act.needs(PointsAct.Request.class));
            if (Sql.isDuplicateKey(spoilt) || named && spoilt instanceof Problem) {
                return performRecalling(acts);
            }
            throw spoilt;
        }
    }

    /** Requests are taken to be new at first, as nearly all are; that one was not may have spoilt the round. */
    private List<Outcome<Object>> performRecalling(List<? extends PointsAct<?>> acts) {
        return points.postAgain(session -> {
            ActDesk desk = desks.open(session, acts);
            desk.requests().recall();
            return done(desk, acts);
        });
    }

    private static List<Outcome<Object>> done(ActDesk desk, List<? extends PointsAct<?>> acts) throws SQLException {
        List<Outcome<Object>> outcomes = new ArrayList<>();
        for (PointsAct<?> act : acts) {
            outcomes.add(tried(desk, act));
        }
        desk.write();
        return outcomes;
    }

    /**
     * A refusal that changed nothing is the answer, unless the request was answered before; any other spoils the round.
     */
    private static Outcome<Object> tried(ActDesk desk, PointsAct<?> act) throws SQLException {
        long before = desk.changes(act.memberId());
        try {
            return new Outcome.Done<>(act.work().at(desk));
        } catch (Problem refusal) {
            if (desk.changes(act.memberId()) != before) {
                throw refusal;
            }
            return act.needs(PointsAct.Request.class) && desk.requests().recall()
                    ? tried(desk, act)
                    : new Outcome.Refused<>(refusal);
        }
    }
}
