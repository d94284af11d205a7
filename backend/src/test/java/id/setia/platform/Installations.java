package id.setia.platform;

import id.setia.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Homes of embedded databases below a directory, each with the database's programs that all tests share. */
final class Installations implements AutoCloseable {

    private final Path directory;
    private final List<Path> links = new ArrayList<>();

    Installations(Path directory) {
        this.directory = directory;
    }

    StartSettings make(String name, boolean demo) {
        try {
            Path home = Files.createDirectory(directory.resolve(name));
            Path shared = Path.of(System.getProperty("setia.test.directory")).toAbsolutePath().normalize();
            TestDatabase.address();
            try (Stream<Path> programs = Files.list(shared)) {
                for (Path program : programs.filter(each -> each.getFileName().toString().matches("mariadb-[0-9.]+")).toList()) {
                    links.add(Files.createSymbolicLink(home.resolve(program.getFileName()), program));
                }
            }
            return StartSettings.of(Map.of("SETIA_HOME", home.toString(), "SETIA_DEMO", demo ? "1" : "0"), false);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }
}
