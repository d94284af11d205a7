package id.setia.faults;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.testing.CutProxy;
import id.setia.testing.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An installation of its own: jars, data, and the processes that run on them. */
final class Site implements AutoCloseable {

    private final Path home;
    private final int port;
    private final String classPath;
    private final Report report;
    private ServerProcess server;
    private EmbeddedDatabase database;
    private CutProxy proxy;

    private Site(Path home, int port, String classPath, Report report) {
        this.home = home;
        this.port = port;
        this.classPath = classPath;
        this.report = report;
    }

    /** Installs into a directory that is emptied first; the database's programs are those of {@code programs}. */
    static Site install(Path directory, Path programs, Report report) throws IOException {
        ServerProcess.deleteRecursively(directory);
        Path home = Files.createDirectories(directory.resolve("home"));
        shareProgram(home, programs);
        Site site = new Site(home, freePort(), jars(Files.createDirectories(directory.resolve("lib"))), report);
        Runtime.getRuntime().addShutdownHook(new Thread(site::leaveNothing));
        return site;
    }

    /** Whoever ends the battery half-way ends its processes too. */
    private void leaveNothing() {
        try {
            if (server != null && server.isRunning()) {
                server.stop();
            }
            if (database != null) {
                database.close();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Unpacking them again would take longer than all the rest. */
    private static void shareProgram(Path home, Path programs) throws IOException {
        if (Files.isDirectory(programs)) {
            try (Stream<Path> unpacked = Files.list(programs)) {
                for (Path one : unpacked.filter(path -> path.getFileName().toString().matches("mariadb-[0-9.]+")).toList()) {
                    Files.createSymbolicLink(home.resolve(one.getFileName()), one.toRealPath());
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The class path as an installation has it: jars only. */
    private static String jars(Path directory) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : ServerProcess.classPath().split(File.pathSeparator)) {
            Path classes = Path.of(entry);
            jars.add(Files.isDirectory(classes) ? jar(classes, directory.resolve(jars.size() + ".jar")).toString() : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            zip.setLevel(1);
            for (Path file : files.filter(path -> !path.equals(classes)).sorted(Comparator.naturalOrder()).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        }
        return jar;
    }

    int port() {
        return port;
    }

    ServerProcess server() {
        return server;
    }

    CutProxy proxy() {
        return proxy;
    }

    /** Starts the server as an installation does, and notes under a name how long it takes until it answers. */
    void start(String what, Map<String, String> settings) throws IOException, InterruptedException {
        long began = System.nanoTime();
        launch(settings);
        server.awaitAnswer();
        report.start(what, System.nanoTime() - began);
    }

    /** The same with so much memory for Java's objects. */
    void startWithin(int megabytes, String what) throws IOException, InterruptedException {
        long began = System.nanoTime();
        launch(Map.of(), List.of("-Xmx" + megabytes + "m"));
        server.awaitAnswer();
        report.start(what, System.nanoTime() - began);
    }

    /** The same, waiting for nothing. */
    void launch(Map<String, String> settings) throws IOException {
        launch(settings, List.of());
    }

    private void launch(Map<String, String> settings, List<String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SETIA_RATE_LIMITS_CLIENT", "100000000");
        environment.put("SETIA_RATE_LIMITS_SESSION", "100000000");
        environment.put("SETIA_WEBHOOK_ALLOW", "127.0.0.1");
        if (database != null) {
            DatabaseAddress address = database.address();
            environment.put(
                    "SETIA_DB_URL",
                    "jdbc:mysql://127.0.0.1:" + proxy.port() + "/setia?sslMode=DISABLED&useCompression=false");
            environment.put("SETIA_DB_USER", address.user());
            environment.put("SETIA_DB_PASSWORD", address.password());
        }
        List<String> options = new ArrayList<>(
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + home.resolve("classes.jsa"), "-Xlog:disable"));
        options.addAll(more);
        server = ServerProcess.launch(home, port, classPath, options, environment);
    }

    void stop() throws InterruptedException {
        server.stop();
    }

    /** From the next start on the database is one beside the server, behind a proxy that can cut. */
    void putProxyBetween() throws IOException {
        database = EmbeddedDatabase.start(home);
        proxy = new CutProxy(Integer.parseInt(database.address().url().replaceFirst(".*?:(\\d+)/.*", "$1")));
    }

    /** From the next start on the database is the server's own again. */
    void takeProxyAway() throws IOException {
        proxy.close();
        database.close();
        database = null;
    }

    /** Stops a process for a time; it notices nothing but the clock. */
    static void pause(long process, long millis) throws IOException, InterruptedException {
        signal("STOP", process);
        Thread.sleep(millis);
        signal("CONT", process);
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
        if (database != null) {
            takeProxyAway();
        }
    }
}
