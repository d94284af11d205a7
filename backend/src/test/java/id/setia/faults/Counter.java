package id.setia.faults;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Sends acts, writes down what came of them, and complains of answers that nobody should get. */
final class Counter {

    /** Refusals that the course of business explains. */
    private static final Set<String> USUAL_REFUSALS = Set.of("insufficient_points");

    /** Refusals that settle nothing: it may work a moment later. */
    private static final Set<String> NOT_YET = Set.of("concurrent_request");

    /** What is said anew each time: whether it was said before, and how a receipt that is nobody's may still be claimed. */
    private static final Set<String> OF_THE_MOMENT = Set.of("replayed", "claimCode", "claimUrl", "print");

    private final Shop shop;
    private final Journal journal;
    private final Acts acts;
    private final Report report;

    Counter(Shop shop, Journal journal, Acts acts, Report report) {
        this.shop = shop;
        this.journal = journal;
        this.acts = acts;
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
        if (reply.good()) {
            if (journal.done(act, reply)) {
                acts.done(act, reply);
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

    /** Whether an answer is the first one again, as far as it is kept. */
    static boolean same(Act act, Reply first, Reply again) {
        if (!again.good()) {
            return false;
        }
        return switch (act.kind()) {
            case PURCHASE, REFUND, CONFIRMATION, CANCELLATION -> fields(first).equals(fields(again));
            case HOLD -> first.text("holdId").equals(again.text("holdId")) && first.text("points").equals(again.text("points"));
            case REDEMPTION -> first.text("redemptionId").equals(again.text("redemptionId"));
            case ADJUSTMENT -> first.json().get("correction").get("correctionId")
                    .equals(again.json().get("correction").get("correctionId"));
        };
    }

    private static Set<String> fields(Reply reply) {
        Set<String> fields = new TreeSet<>();
        reply.json().entries().forEach(field -> {
            if (!OF_THE_MOMENT.contains(field.getKey())) {
                fields.add(field.getKey() + "=" + field.getValue());
            }
        });
        return fields;
    }
}
