package id.setia.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with the process id of the running server, for whoever wants to stop it. */
record ProcessFile(Path file) {

    static ProcessFile write(Path home) {
        try {
            Files.createDirectories(home);
            return new ProcessFile(Files.writeString(home.resolve("setia.pid"), ProcessHandle.current().pid() + "\n"));
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot write into " + home, fault);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
