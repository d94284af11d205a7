package id.setia.testing;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * What work has cost so far, which, unlike time, is the same beside other work.
 *
 * @param own seconds of processor of this JVM, all its threads
 * @param database seconds of processor of the embedded database
 * @param statements how many the database was asked
 * @param wall seconds by the clock
 */
public record Effort(double own, double database, long statements, double wall) {

    private static final double NANOS = 1e9;

    /** Does the work and says what it cost. */
    public static Effort of(LongSupplier statements, Runnable work) {
        Effort before = now(statements);
        work.run();
        Effort after = now(statements);
        return new Effort(
                after.own - before.own,
                after.database - before.database,
                after.statements - before.statements - 1,
                after.wall - before.wall);
    }

    private static Effort now(LongSupplier statements) {
        return new Effort(
                seconds(ProcessHandle.current()),
                ProcessHandle.current().descendants()
                        .filter(process -> process.info().command().filter(command -> command.contains("mariadbd")).isPresent())
                        .mapToDouble(Effort::seconds)
                        .sum(),
                statements.getAsLong(),
                System.nanoTime() / NANOS);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
    }

    /** The query that counts statements. */
    public static final String STATEMENTS =
            "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'";

    /** Seconds of processor, ours and the database's. */
    public double processor() {
        return own + database;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f s of processor (ours %.1f, the database's %.1f), %,d statements, %.1f s by the clock",
                processor(), own, database, statements, wall);
    }
}
