package id.setia.messages;

/** A carrier did not take a message; says why without a word of whom it is for. */
final class NotTaken extends Exception {

    NotTaken(String reason) {
        super(reason, null, false, false);
    }

    NotTaken(Exception cause) {
        this(cause.getClass().getSimpleName());
    }
}
