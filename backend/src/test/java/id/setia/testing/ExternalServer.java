package id.setia.testing;

import id.setia.db.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Debian's MariaDB 10.11 in the place of the embedded database, asked for by {@code -Dsetia.test.external=true} (profile
 * {@code external-db}). It is run with its own defaults, like a server that somebody else set up, from the installed programs,
 * on an empty directory, the loopback address and a free port, and is stopped with the JVM.
 */
final class ExternalServer {

    /** Announced in the place of 5.5.5, at which the driver would drop fractions of seconds. */
    private static final String ANNOUNCED = "--version=5.7.19-MariaDB-10.11";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final String VERSION = "10.11";
    private static final Path SCRIPTS = Path.of("/usr/share/mysql");

    private final Path program;
    private final Path directory;

    private ExternalServer(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** Whether tests are to run on an external server. */
    static boolean isWanted() {
        return Boolean.getBoolean("setia.test.external");
    }

    /** The installed server, empty where there is none of this version. */
    static Optional<ExternalServer> installed(Path directory) {
        return Stream.of("/usr/sbin/mariadbd", "/usr/libexec/mariadbd", "/usr/bin/mariadbd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .filter(program -> says(program, "--version").contains("Ver " + VERSION))
                .findFirst()
                .map(program -> new ExternalServer(program, directory.toAbsolutePath().normalize()));
    }

    /** Makes an empty database in the directory and starts the server on it. */
    DatabaseAddress start() {
        try {
            stopOrphan();
            makeEmpty();
            install();
            int port = freePort();
            String password = password();
            Path accounts = privateFile("accounts.sql", accounts(password));
            Process server = launch(port, accounts);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server.toHandle())));
            DatabaseAddress address = DatabaseAddress.local(port, "setia", "setia", password);
            await(server, address);
            return address;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String says(Path program, String option) {
        try {
            Process asked = new ProcessBuilder(program.toString(), option).redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A test run that was killed left its server. */
    private void stopOrphan() throws IOException {
        if (Files.exists(processId())) {
            ProcessHandle.of(Long.parseLong(Files.readString(processId()).strip()))
                    .filter(process -> process.info().command().map(Path::of).filter(program::equals).isPresent())
                    .ifPresent(ExternalServer::stop);
        }
    }

    private void makeEmpty() throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }

    private void install() throws IOException {
        Files.createDirectory(data());
        Process installing = new ProcessBuilder(command("--bootstrap", "--log-warnings=0"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try (OutputStream statements = installing.getOutputStream()) {
            statements.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n".getBytes(StandardCharsets.UTF_8));
            for (String script : List.of("system_tables", "performance_tables", "system_tables_data")) {
                Files.copy(SCRIPTS.resolve("mysql_" + script + ".sql"), statements);
            }
        }
        if (exitOf(installing) != 0) {
            throw new IllegalStateException("MariaDB cannot make a database: " + Files.readString(log()));
        }
    }

    private List<String> command(String... options) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults", "--datadir=" + data()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(options));
        return command;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Path privateFile(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    /** What an operator would do by hand; the other schemas are those of tests. */
    private static String accounts(String password) {
        return """
                DELETE FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys');
                FLUSH PRIVILEGES;
                CREATE DATABASE setia CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER 'setia'@'%%' IDENTIFIED BY '%s';
                GRANT ALL ON `setia`.* TO 'setia'@'%%';
                GRANT ALL ON `setia\\_%%`.* TO 'setia'@'%%';
                """.formatted(password);
    }

    private Process launch(int port, Path accounts) throws IOException {
        return new ProcessBuilder(command(
                        ANNOUNCED,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=",
                        "--pid-file=" + processId(),
                        "--init-file=" + accounts,
                        "--skip-name-resolve",
                        "--max-allowed-packet=64M",
                        "--max-connections=300",
                        "--innodb-buffer-pool-size=512M"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path processId() {
        return directory.resolve("server.pid");
    }

    private Path log() {
        return directory.resolve("server.log");
    }

    private void await(Process server, DatabaseAddress address) throws IOException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!answers(address)) {
            if (!server.isAlive() || Instant.now().isAfter(latest)) {
                server.destroyForcibly();
                throw new IllegalStateException("MariaDB does not start: " + Files.readString(log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean answers(DatabaseAddress address) {
        try (var connection = address.connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception stuck) {
            server.destroyForcibly();
        }
    }
}
