package id.setia.client;

/** The queue holds all it may; the receipt was not taken and must be kept by the till. */
public final class QueueFullException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    QueueFullException(String why) {
        super(why);
    }
}
