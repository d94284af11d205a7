package id.setia.db;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the tables of a new data directory: aside first, so that an interrupted installation leaves nothing half made. */
record Installation(DataDirectory data, Engine engine) {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    static Installation of(DataDirectory data, Engine engine) {
        return new Installation(data, engine);
    }

    /** Whether there was nothing before. */
    boolean installIfAbsent() throws IOException {
        if (Files.isDirectory(data.tables())) {
            return false;
        }
        LOG.info("Making a new embedded database in {}", data.tables());
        Path unfinished = data.tables().resolveSibling("database.new");
        try {
            installAnew(unfinished);
        } catch (DatabaseUnusableException firstTry) {
            LOG.warn("Making the database once more after: {}", firstTry.getMessage());
            installAnew(unfinished);
        }
        Files.move(unfinished, data.tables(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private void installAnew(Path unfinished) throws IOException {
        deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        install(unfinished);
    }

    private void install(Path unfinished) throws IOException {
        Process bootstrap = new ProcessBuilder(engine.server(unfinished,
                        "--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=8M", "--net-buffer-length=16K", "--innodb-log-file-size=64M"))
                .redirectErrorStream(true)
                .redirectOutput(data.log().toFile())
                .start();
        try (OutputStream statements = bootstrap.getOutputStream()) {
            statements.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n".getBytes(StandardCharsets.UTF_8));
            for (Path script : engine.systemTableScripts()) {
                Files.copy(script, statements);
            }
        } catch (IOException ended) {
            exitOf(bootstrap);
            throw new DatabaseUnusableException(
                    "The embedded database ended while it was being made:\n" + Files.readString(data.log()), ended);
        }
        if (exitOf(bootstrap) != 0) {
            throw new DatabaseUnusableException("The embedded database cannot be made:\n" + Files.readString(data.log()));
        }
    }

    private static int exitOf(Process bootstrap) {
        try {
            return bootstrap.waitFor();
        } catch (InterruptedException stopped) {
            bootstrap.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseUnusableException("Stopped while the embedded database was being made", stopped);
        }
    }

    private static void deleteRecursively(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
