package id.setia.testing;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * The one database of a test run: started at the first use with the tables and nothing in them, and stopped with the JVM.
 * It is the embedded one, or an {@link ExternalServer} where that is asked for.
 */
public final class TestDatabase {

    private static final String MISSING = "SKIPPED: these tests were to run on MariaDB 10.11, which is not installed. "
            + "On Debian 12: apt-get install mariadb-server-core";

    private TestDatabase() {
    }

    /** Where it is. */
    public static DatabaseAddress address() {
        missing().ifPresent(reason -> {
            throw new TestAbortedException(reason);
        });
        return Running.ADDRESS;
    }

    /** Why there can be none, said once on the console too; empty where there is. */
    static Optional<String> missing() {
        return Looked.EXTERNAL_IS_MISSING ? Optional.of(MISSING) : Optional.empty();
    }

    private static final class Looked {

        private static final Optional<ExternalServer> EXTERNAL =
                ExternalServer.isWanted() ? ExternalServer.installed(Path.of("target", "external-database")) : Optional.empty();
        private static final boolean EXTERNAL_IS_MISSING = ExternalServer.isWanted() && EXTERNAL.isEmpty();

        static {
            if (EXTERNAL_IS_MISSING) {
                System.err.println("\n" + "!".repeat(100) + "\n" + MISSING + "\n" + "!".repeat(100) + "\n");
            }
        }
    }

    private static final class Running {

        private static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            DatabaseAddress address = Looked.EXTERNAL.map(ExternalServer::start).orElseGet(Running::embedded);
            Migrations.migrate(address);
            return address;
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
