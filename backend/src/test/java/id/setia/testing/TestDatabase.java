package id.setia.testing;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The one database of a test run: started at the first use with the tables and nothing in them, and stopped with the JVM.
 * It is the embedded one, or an {@link ExternalServer} where that is asked for.
 */
public final class TestDatabase {

    private static final String MISSING = "These tests are to run on MariaDB 10.11, which is not installed. "
            + "On Debian 12: apt-get install mariadb-server-core";

    private TestDatabase() {
    }

    /**
     * Where it is.
     *
     * @throws IllegalStateException when it is to be an external one and none is installed
     */
    public static DatabaseAddress address() {
        return Running.ADDRESS;
    }

    private static final class Running {

        private static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            DatabaseAddress address = ExternalServer.isWanted() ? external() : embedded();
            Migrations.migrate(address);
            return address;
        }

        private static DatabaseAddress external() {
            return ExternalServer.installed(Path.of("target", "external-database"))
                    .orElseThrow(() -> new IllegalStateException(MISSING))
                    .start();
        }

        private static DatabaseAddress embedded() {
            Path directory = Path.of("target", "test-database");
            deleteRecursively(directory.resolve("database"));
            EmbeddedDatabase database = EmbeddedDatabase.start(directory, Path.of(System.getProperty("setia.test.directory")));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database.address();
        }

        private static void deleteRecursively(Path directory) {
            if (Files.notExists(directory)) {
                return;
            }
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
