package id.setia.faults;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares answers to the same act. */
final class Answers {

    /** What is said anew each time: whether it was said before, and how a receipt that is nobody's may still be claimed. */
    private static final Set<String> OF_THE_MOMENT = Set.of("replayed", "claimCode", "claimUrl", "print");

    private Answers() {}

    /** Whether sending it again says whether it was done, and does nothing. */
    static boolean maySendAgain(Act act, boolean overtaken) {
        return !overtaken || act.kind() == Act.Kind.PURCHASE || act.kind() == Act.Kind.REDEMPTION;
    }

    /** Whether an answer is the first one again, as far as it is kept. */
    static boolean same(Act act, Reply first, Reply again, boolean overtaken) {
        return again.good() && kept(act, first, overtaken).equals(kept(act, again, overtaken));
    }

    /** A purchase that was given to another since says whose it is now; its id stays. */
    private static Set<String> kept(Act act, Reply reply, boolean overtaken) {
        return switch (act.kind()) {
            case PURCHASE -> overtaken ? only(reply, "purchaseId") : fields(reply.json());
            case REFUND, CONFIRMATION, CANCELLATION, ATTACHMENT -> fields(reply.json());
            case EXCHANGE -> fields(reply.json().get("refund"), reply.json().get("purchase"));
            case BATCH, SIGNED_BATCH -> fields(rows(reply).stream().map(row -> row.get("purchase")).toArray(JsonNode[]::new));
            case MOVE, DETACHMENT -> only(reply, "correctionId");
            case ADJUSTMENT -> Set.of(reply.json().get("correction").get("correctionId").getStringValue());
            case HOLD -> only(reply, "holdId", "points");
            case REDEMPTION -> only(reply, "redemptionId");
            case REDEMPTION_CANCELLATION -> only(reply, "redemptionId", "state", "cancelledAt");
            case ACTIVATION -> Set.of(reply.json().get("voucher").get("voucherId").getStringValue(), reply.text("state"));
            case ACTIVATION_TAKEN_BACK -> only(reply, "offerId", "state");
            case VOUCHER_SHOWN -> only(reply, "voucherId", "code");
            case LOOK -> only(reply, "memberId");
            case VOUCHER_USE, VOUCHER_UNDO -> only(reply, "voucherId", "state");
        };
    }

    private static Set<String> only(Reply reply, String... names) {
        Set<String> fields = new TreeSet<>();
        for (String name : names) {
            fields.add(name + "=" + reply.text(name));
        }
        return fields;
    }

    private static Set<String> fields(JsonNode... parts) {
        Set<String> fields = new TreeSet<>();
        for (int part = 0; part < parts.length; part++) {
            String place = part + ".";
            parts[part].entries().forEach(field -> {
                if (!OF_THE_MOMENT.contains(field.getKey())) {
                    fields.add(place + field.getKey() + "=" + field.getValue());
                }
            });
        }
        return fields;
    }

    /** The rows of an answer to several purchases. */
    static List<JsonNode> rows(Reply reply) {
        List<JsonNode> rows = new ArrayList<>();
        reply.json().get("items").values().forEach(rows::add);
        return rows;
    }

    /** Whether each part of an answer claims to be the first; empty where answers to such acts do not tell. */
    static List<Boolean> claims(Act act, Reply reply) {
        return switch (act.kind()) {
            case PURCHASE, REFUND, VOUCHER_USE -> List.of(isFirst(reply.json()));
            case EXCHANGE -> Stream.of("refund", "purchase").map(part -> isFirst(reply.json().get(part))).toList();
            case BATCH, SIGNED_BATCH -> rows(reply).stream().map(row -> row.get("status").getIntValue() == 201).toList();
            case CONFIRMATION, CANCELLATION, ATTACHMENT, MOVE, DETACHMENT, ADJUSTMENT, HOLD, REDEMPTION, REDEMPTION_CANCELLATION,
                    ACTIVATION, ACTIVATION_TAKEN_BACK, VOUCHER_SHOWN, VOUCHER_UNDO, LOOK -> List.of();
        };
    }

    private static boolean isFirst(JsonNode answer) {
        return !answer.get("replayed").getBooleanValue();
    }
}
