package id.setia.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a run measures, from system properties.
 *
 * @param directory where the server lives and reports are written
 * @param members {@code bench.members}: how many there are in each round, rising; each round grows the data of the one before
 * @param seconds {@code bench.seconds}: how long each part lasts
 * @param times {@code bench.times}: how often each part is run that is held against plain JDBC; the run in the middle counts
 * @param warmUp {@code bench.warmup}: seconds of purchases that count for nothing, before each round, and on until the server's code is
 *     compiled, at most four times as long; a sixth of it for each other kind
 * @param parts {@code bench.parts}
 * @param buyers {@code bench.buyers}: how many of eight members have bought something when a round begins; every member has
 *     ten entries, the others by events alone
 * @param profile {@code bench.profile}: whether each part is recorded by JFR
 * @param keep {@code bench.keep}: whether the data of the run before is used again
 * @param port {@code bench.port}
 * @param heap {@code bench.heap}: of the server, as {@code -Xmx} takes it; as shipped when empty
 * @param serverOptions {@code bench.server}: more options of the server's JVM, with spaces between
 */
record BenchSettings(
        Path directory,
        List<Integer> members,
        int seconds,
        int times,
        int warmUp,
        List<String> parts,
        int buyers,
        boolean profile,
        boolean keep,
        int port,
        String heap,
        String serverOptions) {

    private static final String ALL = "plain,single,batch,hot,quote,read,lookup,redeem,mixed,open,proof,start,insights";

    static BenchSettings read() {
        return new BenchSettings(
                Path.of(text("bench.directory", "target/bench")).toAbsolutePath().normalize(),
                Arrays.stream(text("bench.members", "10000,1000000").split(",")).map(Integer::valueOf).toList(),
                Integer.parseInt(text("bench.seconds", "12")),
                Integer.parseInt(text("bench.times", "3")),
                Integer.parseInt(text("bench.warmup", "75")),
                List.of(text("bench.parts", ALL).split(",")),
                Integer.parseInt(text("bench.buyers", "1")),
                Boolean.parseBoolean(text("bench.profile", "false")),
                Boolean.parseBoolean(text("bench.keep", "false")),
                Integer.parseInt(text("bench.port", "8150")),
                text("bench.heap", ""),
                text("bench.server", ""));
    }

    private static String text(String name, String usual) {
        String given = System.getProperty(name, "");
        return given.isBlank() || given.startsWith("${") ? usual : given.strip();
    }

    /** The same in a directory within. */
    BenchSettings in(String within) {
        return new BenchSettings(
                directory.resolve(within), members, seconds, times, warmUp, parts, buyers, profile, false, port, heap, serverOptions);
    }

    boolean measures(String part) {
        return parts.contains(part);
    }
}
