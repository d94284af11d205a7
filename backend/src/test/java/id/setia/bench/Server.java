package id.setia.bench;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import id.setia.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, as it is installed, with the embedded database and limits on callers that do not bite. */
final class Server {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final String UNLIMITED = "1000000000";

    private final BenchSettings settings;
    private final Process process;
    private final String address;
    private double startedIn;

    private Server(BenchSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.address = "http://127.0.0.1:" + settings.port();
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param background whether it does what it does by itself: moving the feed, sealing, sweeping
     */
    static Server start(BenchSettings settings, boolean background) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ServerProcess.installedOptions());
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + Installation.archive(settings.directory()));
        command.add("-Xlog:disable");
        if (!settings.heap().isEmpty()) {
            command.add("-Xmx" + settings.heap());
        }
        if (!settings.serverOptions().isEmpty()) {
            command.addAll(List.of(settings.serverOptions().split(" +")));
        }
        if (!background) {
            command.add("-Dsetia.background=false");
        }
        command.addAll(List.of("-cp", Installation.classPath(settings.directory()), "id.setia.platform.Application"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console(settings).toFile()));
        builder.environment().put("SETIA_HOME", home(settings).toString());
        builder.environment().put("SETIA_PORT", Integer.toString(settings.port()));
        builder.environment().put("SETIA_LOG", "text");
        builder.environment().put("SETIA_RATE_LIMITS_STRANGER", UNLIMITED);
        builder.environment().put("SETIA_RATE_LIMITS_SESSION", UNLIMITED);
        builder.environment().put("SETIA_RATE_LIMITS_CLIENT", UNLIMITED);
        long began = System.nanoTime();
        Server server = new Server(settings, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        server.awaitAnswer();
        server.startedIn = (System.nanoTime() - began) / 1e9;
        return server;
    }

    private static Path home(BenchSettings settings) {
        return settings.directory().resolve("home");
    }

    static Path console(BenchSettings settings) {
        return settings.directory().resolve("server.log");
    }

    private void awaitAnswer() throws InterruptedException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        Http stranger = http();
        while (!stranger.answers("/health/readiness")) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the server does not answer; see " + console(settings));
            }
            Thread.sleep(20);
        }
    }

    /** Somebody who is not signed in yet. */
    Http http() {
        return new Http(address);
    }

    String address() {
        return address;
    }

    /** Seconds from the start of the process to the first answer. */
    double startedIn() {
        return startedIn;
    }

    DatabaseAddress database() {
        return EmbeddedDatabase.running(home(settings)).orElseThrow();
    }

    ProcessUsage usage() throws IOException {
        return ProcessUsage.of(process.pid());
    }

    /** Seconds of processor that its JVM's optimizing compiler has used so far. */
    double compiler() throws IOException {
        return ProcessUsage.compiler(process.pid());
    }

    ProcessUsage databaseUsage() throws IOException {
        return ProcessUsage.of(databaseProcess());
    }

    private long databaseProcess() throws IOException {
        return Long.parseLong(Files.readString(home(settings).resolve("database.pid")).strip());
    }

    /** Begins a recording of what the server does. */
    void record(String name) throws IOException, InterruptedException {
        jcmd("JFR.start", "name=" + name, "settings=profile");
    }

    /** Ends it and writes it to a file beside the report. */
    Path endRecord(String name) throws IOException, InterruptedException {
        Path file = settings.directory().resolve(name + ".jfr");
        jcmd("JFR.stop", "name=" + name, "filename=" + file);
        return file;
    }

    private void jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(arguments));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.directory().resolve("jcmd.log").toFile()))
                .start()
                .waitFor();
    }

    /** Ends the server without a word; its database lives on as an orphan. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
