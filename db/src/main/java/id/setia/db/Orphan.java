package id.setia.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server that outlived the Setia that started it: taken over by the next one, or stopped in good order before it starts. */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {
    }

    static void stop(ProcessHandle orphan) {
        LOG.warn("Stopping the database server {} left over from a Setia that did not end in good order", orphan.pid());
        orphan.destroy();
        awaitEnd(orphan);
    }

    /** Whether it was started by exactly this command; where the system does not tell, it counts as started otherwise. */
    static boolean wasStartedBy(ProcessHandle orphan, List<String> command) {
        return orphan.info().arguments().map(List::of).filter(command.subList(1, command.size())::equals).isPresent();
    }

    static Optional<ProcessHandle> find(Path processIdFile, Path program) {
        try {
            if (Files.notExists(processIdFile)) {
                return Optional.empty();
            }
            String content = Files.readString(processIdFile).strip();
            return content.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(content)).filter(process -> runs(process, program)) : Optional.empty();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The number may have gone to another process since; the system tells where a program really is, past any link. */
    private static boolean runs(ProcessHandle process, Path program) {
        return process.info().command().map(command -> isSame(Path.of(command), program)).orElse(false);
    }

    private static boolean isSame(Path command, Path program) {
        try {
            return Files.exists(command) && Files.isSameFile(command, program);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void awaitEnd(ProcessHandle orphan) {
        try {
            orphan.onExit().get(1, TimeUnit.MINUTES);
        } catch (TimeoutException stuck) {
            orphan.destroyForcibly();
            orphan.onExit().join();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusableException("Stopped while an orphaned database server was ending", stopped);
        }
    }
}
