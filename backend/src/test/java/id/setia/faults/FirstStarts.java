package id.setia.faults;

import id.setia.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** New installations that are killed while their database is made, their tables, or the programme in them. */
final class FirstStarts {

    private static final String KIND = "kill -9 of both in a first start";

    private final Path directory;
    private final Path programs;
    private final Report report;

    FirstStarts(Path directory, Path programs, Report report) {
        this.directory = directory;
        this.programs = programs;
        this.report = report;
    }

    /**
     * The one after the killed one must come up, with nobody on the staff and a link for the first.
     *
     * @param longestMillis about as long as a first start takes
     */
    void run(int times, long longestMillis) throws IOException, InterruptedException {
        for (int number = 1; number <= times; number++) {
            report.now(KIND, number, times);
            Path place = directory.resolve("first-start-" + number);
            try (Site site = Site.install(place, programs, report)) {
                site.launch(Map.of());
                Thread.sleep(ThreadLocalRandom.current().nextLong(longestMillis / 10, longestMillis));
                killBoth(site.server(), place.resolve("home").resolve("database.pid"));
                long began = System.nanoTime();
                Files.deleteIfExists(place.resolve("server.log"));
                site.start("first start after a killed one", Map.of());
                report.fault(KIND, System.nanoTime() - began);
                Shop.open(site.server(), site.port(), 1);
            } catch (IllegalStateException broken) {
                report.violation(broken.getMessage());
            }
            ServerProcess.deleteRecursively(place);
        }
    }

    /** What makes the database is a child of the server too, and dies with it as in a power cut. */
    private static void killBoth(ServerProcess server, Path databaseId) throws IOException, InterruptedException {
        var children = ProcessHandle.of(server.processId()).stream().flatMap(ProcessHandle::descendants).toList();
        server.killServer();
        children.forEach(ProcessHandle::destroyForcibly);
        if (Files.exists(databaseId)) {
            ProcessHandle.of(Long.parseLong(Files.readString(databaseId).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
