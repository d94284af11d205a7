package id.setia.faults;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Something a client asks for.
 *
 * @param number the client's own
 * @param asker who asks: the phone of a member who asks for themselves, empty for the till or the staff
 * @param key the idempotency key; empty where the body carries one of its own
 * @param effects what it does to the points of members, by their phones, when it is done
 * @param then what the client remembers of it once it is acknowledged
 */
record Act(
        long number, Kind kind, String asker, String method, String path, String key, String body, Map<String, Sum> effects,
        Consumer<Reply> then) {

    static final Consumer<Reply> NOTHING = reply -> { };

    /** An act of the till or the staff that carries its own key. */
    static Act post(long number, Kind kind, String path, String body, Map<String, Sum> effects, Consumer<Reply> then) {
        return new Act(number, kind, "", "POST", path, "", body, effects, then);
    }

    /** One that is sent under an idempotency key. */
    static Act once(long number, Kind kind, String path, String body, Map<String, Sum> effects, Consumer<Reply> then) {
        return new Act(number, kind, "", "POST", path, kind.name() + "-" + number, body, effects, then);
    }

    /** One that may be repeated by its nature. */
    static Act put(long number, Kind kind, String path, String body, Map<String, Sum> effects, Consumer<Reply> then) {
        return new Act(number, kind, "", "PUT", path, "", body, effects, then);
    }

    /** What a member asks for themselves. */
    static Act own(long number, Kind kind, String member, String method, String path, Consumer<Reply> then) {
        return new Act(number, kind, member, method, path, "", "", Map.of(), then);
    }

    /** As it stands in a message. */
    @Override
    public String toString() {
        return kind + " " + number + " " + method + " " + path + " " + body;
    }

    /** What is asked. */
    enum Kind {
        PURCHASE,
        BATCH,
        SIGNED_BATCH,
        REFUND,
        EXCHANGE,
        ATTACHMENT,
        MOVE,
        DETACHMENT,
        ADJUSTMENT,
        HOLD,
        CONFIRMATION,
        CANCELLATION,
        REDEMPTION,
        REDEMPTION_CANCELLATION,
        ACTIVATION,
        ACTIVATION_TAKEN_BACK,
        VOUCHER_SHOWN,
        VOUCHER_USE,
        VOUCHER_UNDO,
        LOOK;

        /** Whether staff ask for it. */
        boolean byStaff() {
            return switch (this) {
                case REDEMPTION, REDEMPTION_CANCELLATION, ADJUSTMENT, MOVE, DETACHMENT, LOOK -> true;
                case PURCHASE, BATCH, SIGNED_BATCH, REFUND, EXCHANGE, ATTACHMENT, HOLD, CONFIRMATION, CANCELLATION, ACTIVATION,
                        ACTIVATION_TAKEN_BACK, VOUCHER_SHOWN, VOUCHER_USE, VOUCHER_UNDO -> false;
            };
        }
    }
}
