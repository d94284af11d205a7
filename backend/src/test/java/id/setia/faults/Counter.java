package id.setia.faults;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Sends acts, writes down what came of them, and complains of answers that nobody should get. */
final class Counter {

    /** Refusals that the course of business explains. */
    private static final Set<String> USUAL_REFUSALS = Set.of("insufficient_points");

    /** Refusals that settle nothing: it may work a moment later. */
    private static final Set<String> NOT_YET = Set.of("concurrent_request");

    private final Shop shop;
    private final Journal journal;
    private final Report report;

    Counter(Shop shop, Journal journal, Report report) {
        this.shop = shop;
        this.journal = journal;
        this.report = report;
    }

    /** What came of sending. */
    enum Came {
        DONE,
        REFUSED,
        PUT_OFF,
        NOTHING
    }

    /** Sends an act for the first time. */
    Came first(Act act, Wire wire) {
        byte[] bytes = shop.bytes(act);
        journal.goesOut(act);
        return exchange(act, wire, bytes);
    }

    /** Sends one again that may have been done or not. */
    Came again(Act act, Wire wire) {
        return exchange(act, wire, shop.bytes(act));
    }

    private Came exchange(Act act, Wire wire, byte[] bytes) {
        try {
            wire.send(bytes);
            return took(act, wire.reply());
        } catch (IOException lost) {
            journal.open(act, lost.toString());
            return Came.NOTHING;
        }
    }

    /** Writes down an answer. */
    Came took(Act act, Reply reply) {
        if (reply.good() && someRowsWait(act, reply)) {
            journal.open(act, "rows put off");
            return Came.PUT_OFF;
        }
        if (reply.good()) {
            if (journal.done(act, reply)) {
                act.then().accept(reply);
            }
            return Came.DONE;
        }
        if (reply.status() == 503) {
            if (!reply.headers().containsKey("retry-after")) {
                report.violation("503 without Retry-After to " + act);
            }
            journal.open(act, "503");
            return Came.PUT_OFF;
        }
        if (reply.status() >= 500) {
            report.faultOfServer();
            report.violation(reply.status() + " to " + act + ": " + reply.body());
            journal.open(act, Integer.toString(reply.status()));
            return Came.PUT_OFF;
        }
        if (NOT_YET.contains(reply.text("code"))) {
            journal.open(act, reply.text("code"));
            return Came.PUT_OFF;
        }
        if (!USUAL_REFUSALS.contains(reply.text("code"))) {
            report.violation(reply.status() + " to " + act + ": " + reply.body());
        }
        journal.refused(act, reply);
        return Came.REFUSED;
    }

    /** Of several purchases in one request each is answered for itself; one put off is sent again with all the others. */
    private boolean someRowsWait(Act act, Reply reply) {
        if (act.kind() != Act.Kind.BATCH && act.kind() != Act.Kind.SIGNED_BATCH) {
            return false;
        }
        List<Integer> others = Answers.rows(reply).stream()
                .map(row -> row.get("status").getIntValue())
                .filter(status -> status != 200 && status != 201)
                .toList();
        if (others.stream().anyMatch(status -> status != 503)) {
            report.violation("rows refused of " + act + ": " + reply.body());
        }
        return !others.isEmpty();
    }
}
