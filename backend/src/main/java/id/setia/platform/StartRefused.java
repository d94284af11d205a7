package id.setia.platform;

/** Setia cannot start as asked; the message tells the operator what to change. */
final class StartRefused extends RuntimeException {

    StartRefused(String message) {
        super(message);
    }
}
