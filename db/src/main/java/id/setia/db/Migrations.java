package id.setia.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
            migrate(patient, DemoMark.isOnlyMarked(address));
        } catch (FlywayException fault) {
            throw new DatabaseUnusableException("The tables of " + address + " cannot be brought up to date: " + fault.getMessage(), fault);
        }
    }

    private static void migrate(DatabaseAddress patient, boolean onlyMarked) {
        configured(patient, onlyMarked).load().migrate();
    }

    /** Makes the tables of an empty database as they were at a version that this Setia knows. */
    static void migrateTo(DatabaseAddress address, String version) {
        DatabaseAddress patient = address.forLongWork();
        configured(patient, DemoMark.isOnlyMarked(address)).target(version).load().migrate();
    }

    /** The versions that this Setia knows, the latest last. */
    static List<String> known(DatabaseAddress address) {
        return Stream.of(configured(address, false).load().info().all())
                .filter(migration -> migration.getState().isResolved() && migration.getVersion() != null)
                .map(migration -> migration.getVersion().getVersion())
                .toList();
    }

    /** What was applied to a database: versions, each with the checksum of its file. */
    static Map<String, String> applied(DatabaseAddress address) {
        Map<String, String> applied = new LinkedHashMap<>();
        Stream.of(configured(address, false).load().info().applied())
                .filter(migration -> migration.getChecksum() != null)
                .forEach(migration -> applied.put(
                        migration.getVersion().getVersion(), migration.getChecksum().toString()));
        return applied;
    }

    private static FluentConfiguration configured(DatabaseAddress address, boolean onlyMarked) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .baselineOnMigrate(onlyMarked)
                .baselineVersion("0");
    }
}
