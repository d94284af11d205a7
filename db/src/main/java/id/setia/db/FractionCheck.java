package id.setia.db;

import java.sql.SQLException;
import java.time.LocalDateTime;

/** Refuses a database that does not keep a fraction of a second, on which the order of points would not be certain. */
public final class FractionCheck {

    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 3, 29, 2, 30, 59, 123_456_000);

    private FractionCheck() {
    }

    /**
     * Sends a time to the database and compares what comes back.
     *
     * @throws DatabaseUnusableException when it lost its fraction or its time zone, saying how to mend it
     */
    public static void require(DatabaseAddress address) {
        LocalDateTime returned = roundTrip(address);
        if (!returned.equals(SAMPLE)) {
            throw new DatabaseUnusableException("The database at " + address + " answered " + returned + " when sent " + SAMPLE + ". "
                    + "It must keep microseconds and UTC. A MariaDB before 11 announces itself as version 5.5.5, and the driver then drops the "
                    + "fraction: start it with --version=5.7.19-MariaDB or upgrade it. Leave connectionTimeZone=UTC and sendFractionalSeconds=true in SETIA_DB_URL.");
        }
    }

    private static LocalDateTime roundTrip(DatabaseAddress address) {
        try (var connection = address.connect(); var statement = connection.prepareStatement("SELECT CAST(? AS DATETIME(6))")) {
            statement.setObject(1, SAMPLE);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getObject(1, LocalDateTime.class);
            }
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("The database at " + address + " cannot be used: " + fault.getMessage().lines().findFirst().orElse(""), fault);
        }
    }
}
