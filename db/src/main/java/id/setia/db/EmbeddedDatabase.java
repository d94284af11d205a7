package id.setia.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own: on this machine's loopback address, a free port, with one account whose password lies in
 * the data directory. What was committed survives a power cut.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final String SCHEMA = "setia";
    private static final String USER = "setia";

    private final DataDirectory directory;
    private final Engine engine;
    private final int port;
    private final DatabaseAddress address;
    private final boolean fresh;

    private ProcessHandle process;
    private Duration pause = SHORTEST_PAUSE;
    private boolean closed;

    private EmbeddedDatabase(
            DataDirectory directory, Engine engine, int port, ProcessHandle process, DatabaseAddress address, boolean fresh) {
        this.directory = directory;
        this.engine = engine;
        this.port = port;
        this.process = process;
        this.address = address;
        this.fresh = fresh;
    }

    /**
     * Starts the database kept in a directory, first making it if there is none.
     *
     * @throws DatabaseUnusableException when another server uses the directory, or the database does not start
     */
    public static EmbeddedDatabase start(Path directory) {
        return start(directory, directory);
    }

    /** Where the database of a directory is while another process runs it; empty while nobody does. */
    public static Optional<DatabaseAddress> running(Path directory) {
        if (!holds(directory)) {
            return Optional.empty();
        }
        try (DataDirectory free = DataDirectory.open(directory)) {
            LOG.debug("Nobody runs the database of {}", free.tables());
            return Optional.empty();
        } catch (DatabaseUnusableException used) {
            Path home = directory.toAbsolutePath().normalize();
            try {
                int port = Integer.parseInt(Files.readString(home.resolve("database.port")).strip());
                String password = Files.readString(home.resolve("database.password")).strip();
                return Optional.of(DatabaseAddress.local(port, SCHEMA, USER, password));
            } catch (IOException | NumberFormatException fault) {
                throw new DatabaseUnusableException(
                        "Setia is running on " + home + " but its database does not answer yet. Try again in a moment.", fault);
            }
        }
    }

    /** Whether the directory holds a database. */
    public static boolean holds(Path directory) {
        return Files.isDirectory(directory.resolve("database"));
    }

    /** The same, with MariaDB's programs unpacked into a directory that several databases share. */
    public static EmbeddedDatabase start(Path directory, Path programs) {
        DataDirectory data = DataDirectory.open(directory);
        try {
            return start(data, Engine.unpackInto(programs.toAbsolutePath().normalize()));
        } catch (RuntimeException fault) {
            data.close();
            throw fault;
        }
    }

    private static EmbeddedDatabase start(DataDirectory data, Engine engine) {
        Optional<ProcessHandle> orphan = Orphan.find(data.processId(), engine.program());
        Optional<EmbeddedDatabase> adopted = orphan.flatMap(running -> adopt(data, engine, running));
        if (adopted.isPresent()) {
            return adopted.get();
        }
        orphan.ifPresent(Orphan::stop);
        try {
            boolean fresh = Installation.of(data, engine).installIfAbsent();
            data.writePrivately(data.initFile(), accounts(data.password()));
            int port = freePort();
            ProcessHandle process = launch(data, engine, port);
            var address = DatabaseAddress.local(port, SCHEMA, USER, data.password());
            var database = new EmbeddedDatabase(data, engine, port, process, address, fresh);
            try {
                database.awaitReady();
                DurabilityCheck.require(address);
                database.requirePasswords();
                data.writePrivately(data.port(), Integer.toString(port));
                database.watch();
                return database;
            } catch (RuntimeException fault) {
                process.destroyForcibly();
                throw fault;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot start the embedded database", fault);
        }
    }

    /** Takes over a server that runs as one started now would, and answers; nothing has to end and begin again then. */
    private static Optional<EmbeddedDatabase> adopt(DataDirectory data, Engine engine, ProcessHandle orphan) {
        try {
            int port = Integer.parseInt(Files.readString(data.port()).strip());
            if (!Orphan.wasStartedBy(orphan, engine.server(data.tables(), ServerOptions.of(data, port)))) {
                return Optional.empty();
            }
            var address = DatabaseAddress.local(port, SCHEMA, USER, data.password());
            var database = new EmbeddedDatabase(data, engine, port, orphan, address, false);
            if (!database.answers()) {
                return Optional.empty();
            }
            DurabilityCheck.require(address);
            LOG.warn("Taking over the database server {} of a Setia that did not end in good order", orphan.pid());
            database.watch();
            return Optional.of(database);
        } catch (IOException | NumberFormatException | DatabaseUnusableException unknown) {
            LOG.debug("The database server {} is not taken over", orphan.pid(), unknown);
            return Optional.empty();
        }
    }

    /** Executed at each start before the first connection, so that no account without a password can ever be used. */
    private static String accounts(String password) {
        return """
                DELETE FROM mysql.global_priv WHERE User NOT IN ('setia', 'mariadb.sys');
                DELETE FROM mysql.proxies_priv;
                FLUSH PRIVILEGES;
                CREATE DATABASE IF NOT EXISTS setia CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS 'setia'@'%%' IDENTIFIED BY '%1$s';
                ALTER USER 'setia'@'%%' IDENTIFIED BY '%1$s';
                GRANT RELOAD, PROCESS, SHUTDOWN, REPLICATION CLIENT ON *.* TO 'setia'@'%%';
                GRANT ALL ON `setia`.* TO 'setia'@'%%';
                GRANT ALL ON `setia\\_%%`.* TO 'setia'@'%%';
                """.formatted(password);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ProcessHandle launch(DataDirectory data, Engine engine, int port) throws IOException {
        Files.deleteIfExists(data.processId());
        if (Files.exists(data.log())) {
            Files.move(data.log(), data.logBefore(), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ProcessBuilder(engine.server(data.tables(), ServerOptions.of(data, port)))
                .directory(data.tables().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.log().toFile())
                .start()
                .toHandle();
    }

    private void awaitReady() throws IOException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!answers()) {
            if (!process.isAlive()) {
                throw new DatabaseUnusableException("The embedded database did not start:\n" + lastWords());
            }
            if (Instant.now().isAfter(latest)) {
                throw new DatabaseUnusableException("The embedded database did not answer within " + LONGEST_START.toSeconds() + " s:\n" + lastWords());
            }
            pause();
        }
    }

    private boolean answers() {
        try (var connection = address.connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusableException("Stopped while the embedded database was starting", stopped);
        }
    }

    private void watch() {
        process.onExit().thenRun(this::comeBack);
    }

    /** At once when it had been there for its callers; more and more slowly when it ends again and again before. */
    private synchronized void comeBack() {
        pause = wasReady() ? SHORTEST_PAUSE : Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(this::startAgain);
    }

    /** The server writes the file once it takes connections, and a killed one leaves it. */
    private boolean wasReady() {
        try {
            return Files.exists(directory.processId())
                    && Files.readString(directory.processId()).strip().equals(Long.toString(process.pid()));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** A server that ended without being asked, killed for want of memory say, comes back where it was. */
    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        LOG.warn("The embedded database ended by itself and is started again; what it said is in {}", directory.logBefore());
        try {
            process = launch(directory, engine, port);
            watch();
        } catch (IOException fault) {
            LOG.error("The embedded database cannot be started again for now", fault);
            comeBack();
        }
    }

    private void requirePasswords() {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var settings = statement.executeQuery("SELECT @@skip_grant_tables = 0")) {
            if (!settings.next() || !settings.getBoolean(1)) {
                throw new DatabaseUnusableException("The embedded database asks for no password");
            }
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("The embedded database does not tell its settings", fault);
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(directory.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Empties it where a first start was killed before anybody could enter anything, so that this one is the first. */
    public void forgetUnfinishedStart() {
        if (!UnfinishedStart.isLeftIn(address)) {
            return;
        }
        LOG.warn("The first start was not finished; the embedded database is made anew");
        try (var connection = address.forLongWork().connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE setia");
            statement.execute("CREATE DATABASE setia CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException fault) {
            throw new DatabaseUnusableException("What an unfinished first start left cannot be removed", fault);
        }
    }

    /** Where it listens and how to sign in. */
    public DatabaseAddress address() {
        return address;
    }

    /** Whether this start made it, so that it holds nothing yet. */
    public boolean fresh() {
        return fresh;
    }

    /** The process id of the database server. */
    public synchronized long processId() {
        return process.pid();
    }

    /** Stops the server in good order and gives the directory free. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            askToStop();
            if (!ends(Duration.ofMinutes(1))) {
                LOG.warn("The embedded database did not stop within a minute and is killed; it will recover at its next start");
                process.destroyForcibly();
                ends(Duration.ofMinutes(1));
            }
            Files.deleteIfExists(directory.processId());
            Files.deleteIfExists(directory.port());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            directory.close();
        }
    }

    private boolean ends(Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void askToStop() {
        if (process.supportsNormalTermination()) {
            process.destroy();
            return;
        }
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException alreadyGoing) {
            LOG.debug("The embedded database closed the connection by which it was stopped", alreadyGoing);
        }
    }
}
