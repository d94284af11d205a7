package id.setia.testing;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The one database of a test run: started at the first use with the tables and nothing in them, and stopped with the JVM. */
public final class TestDatabase {

    private TestDatabase() {
    }

    /** Where it is. */
    public static DatabaseAddress address() {
        return Running.DATABASE.address();
    }

    private static final class Running {

        private static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            Path directory = Path.of("target", "test-database");
            deleteRecursively(directory.resolve("database"));
            EmbeddedDatabase database = EmbeddedDatabase.start(directory, Path.of(System.getProperty("setia.test.directory")));
            Migrations.migrate(database.address());
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
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
