package id.setia.db;

/** The database cannot be used; the message says why and what to do. */
public final class DatabaseUnusableException extends RuntimeException {

    DatabaseUnusableException(String message) {
        super(message);
    }

    DatabaseUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
