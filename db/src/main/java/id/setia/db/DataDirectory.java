package id.setia.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The directory that holds an embedded database, locked against a second server as long as it is open. */
final class DataDirectory implements AutoCloseable {

    private final Path home;
    private final FileChannel lockFile;

    private DataDirectory(Path home, FileChannel lockFile) {
        this.home = home;
        this.lockFile = lockFile;
    }

    static DataDirectory open(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            createPrivately(home);
            return new DataDirectory(home, lock(home.resolve("lock")));
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot use " + home + " for the embedded database", fault);
        }
    }

    private static void createPrivately(Path home) throws IOException {
        boolean made = Files.notExists(home);
        Files.createDirectories(home);
        if (made && isPosix(home)) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseUnusableException("Another Setia is running on " + file.getParent()
                    + ". Stop it first, or give this one a directory of its own with SETIA_HOME.");
        }
        return channel;
    }

    /** The tables; absent until they are installed. */
    Path tables() {
        return home.resolve("database");
    }

    /** For temporary tables: of its own, since a server that starts clears the place of whatever it thinks is left over. */
    Path temporary() {
        Path directory = home.resolve("database.tmp");
        try {
            Files.createDirectories(directory);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot make " + directory, fault);
        }
        return directory;
    }

    Path log() {
        return home.resolve("database.log");
    }

    /** What the server before this one said. */
    Path logBefore() {
        return home.resolve("database.before.log");
    }

    /** Where the server writes its process id. */
    Path processId() {
        return home.resolve("database.pid");
    }

    /** Where the running server listens; there only while it runs. */
    Path port() {
        return home.resolve("database.port");
    }

    /** Statements the server executes before it takes its first connection. */
    Path initFile() {
        return home.resolve("database.init.sql");
    }

    /** The password of the database's only account, made at the first call. */
    String password() {
        Path file = home.resolve("database.password");
        try {
            if (Files.notExists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot keep the database's password in " + file, fault);
        }
    }

    /** Writes a file that only its owner may read. */
    void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (isPosix(home)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** Lets another server use the directory. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot unlock " + home, fault);
        }
    }
}
