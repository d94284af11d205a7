package id.setia.kernel;

import java.sql.SQLException;

/** A fault of the database; never shown to callers. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
