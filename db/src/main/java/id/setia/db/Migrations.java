package id.setia.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's tables to the state this version of Setia expects. */
public final class Migrations {

    private Migrations() {
    }

    /**
     * Applies what is missing; safe while other nodes do the same.
     *
     * @throws DatabaseUnusableException when the tables are not Setia's, or a migration fails
     */
    public static void migrate(DatabaseAddress address) {
        DatabaseAddress patient = address.forLongWork();
        try {
            migrate(patient, DemoMark.isOnlyTable(address));
        } catch (FlywayException fault) {
            throw new DatabaseUnusableException("The tables of " + address + " cannot be brought up to date: " + fault.getMessage(), fault);
        }
    }

    private static void migrate(DatabaseAddress patient, boolean onlyMarked) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(patient.url(), patient.user(), patient.password())
                .locations("classpath:db/migration")
                .baselineOnMigrate(onlyMarked)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
