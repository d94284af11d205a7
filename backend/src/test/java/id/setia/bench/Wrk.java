package id.setia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Runs wrk, the load generator, with the script that makes what tills send. */
final class Wrk {

    private static final int THREADS = 2;

    private final BenchSettings settings;
    private final String address;
    private final Path script;

    Wrk(BenchSettings settings, String address) throws IOException {
        this.settings = settings;
        this.address = address;
        this.script = settings.directory().resolve("load.lua");
        try (InputStream source = Wrk.class.getResourceAsStream("/bench/load.lua")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Sends as fast as answers come.
     *
     * @param data of the script
     */
    WrkResult run(String kind, Path data, int connections, int seconds) throws IOException, InterruptedException {
        return run(kind, data, connections, seconds, 0);
    }

    /**
     * Sends so many requests a second, whatever comes back.
     *
     * @param rate 0 for as fast as answers come
     */
    WrkResult run(String kind, Path data, int connections, int seconds, double rate) throws IOException, InterruptedException {
        int threads = Math.min(THREADS, connections);
        ProcessBuilder wrk = new ProcessBuilder(List.of(
                        "wrk", "-t" + threads, "-c" + connections, "-d" + seconds + "s", "--timeout", "10s", "-s",
                        script.toString(), address))
                .redirectErrorStream(true);
        wrk.environment().put("BENCH_DATA", data.toString());
        wrk.environment().put("BENCH_KIND", kind);
        wrk.environment().put("BENCH_RATE", Double.toString(rate / threads));
        double before = ProcessUsage.of(ProcessHandle.current().pid()).children();
        Process process = wrk.start();
        String line = null;
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            for (String read = reader.readLine(); read != null; read = reader.readLine()) {
                output.append(read).append('\n');
                line = read.startsWith("RESULT ") ? read : line;
            }
        }
        process.waitFor();
        if (line == null) {
            throw new IllegalStateException("wrk says nothing:\n" + output);
        }
        double cpu = ProcessUsage.of(ProcessHandle.current().pid()).children() - before;
        return WrkResult.parse(line.substring("RESULT ".length()), cpu);
    }
}
