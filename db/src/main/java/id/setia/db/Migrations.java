package id.setia.db;

import org.flywaydb.core.Flyway;

/** Brings a database's tables to the state this version of Setia expects. */
public final class Migrations {

    private Migrations() {
    }

    /** Applies what is missing; safe while other nodes do the same. */
    public static void migrate(DatabaseAddress address) {
        DatabaseAddress patient = address.forLongWork();
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(patient.url(), patient.user(), patient.password())
                .locations("classpath:db/migration")
                .baselineOnMigrate(DemoMark.isOnlyTable(address))
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
