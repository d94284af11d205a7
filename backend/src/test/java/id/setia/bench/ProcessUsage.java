package id.setia.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a process has used so far, as Linux tells it; zeros elsewhere.
 *
 * @param cpu seconds of processor, of all its threads
 * @param children seconds of processor of its children that have ended
 * @param memory megabytes it holds
 * @param peak the most megabytes it ever held
 */
record ProcessUsage(double cpu, double children, long memory, long peak) {

    private static final double TICKS = 100;

    static ProcessUsage of(long process) throws IOException {
        Path directory = Path.of("/proc", Long.toString(process));
        if (Files.notExists(directory)) {
            return new ProcessUsage(0, 0, 0, 0);
        }
        String stat = Files.readString(directory.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new ProcessUsage(
                (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS,
                (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS,
                megabytes(directory, "VmRSS:"),
                megabytes(directory, "VmHWM:"));
    }

    /** Seconds of processor that the threads of a JVM's optimizing compiler, as far as they live, have used so far. */
    static double compiler(long process) throws IOException {
        Path threads = Path.of("/proc", Long.toString(process), "task");
        if (Files.notExists(threads)) {
            return 0;
        }
        double seconds = 0;
        try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
            for (Path thread : each) {
                seconds += compilerThread(thread.resolve("stat"));
            }
        }
        return seconds;
    }

    private static double compilerThread(Path stat) throws IOException {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return text.contains("(C2 Compiler") ? (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    private static long megabytes(Path directory, String name) throws IOException {
        return Files.readAllLines(directory.resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
