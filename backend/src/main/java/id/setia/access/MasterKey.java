package id.setia.access;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one key outside the database. It stands in a file that only the server's user may read, made at the first start and
 * shared by all nodes.
 */
@Singleton
class MasterKey {

    private static final int LENGTH = 32;

    private final Path file;
    private final SecretKey key;

    MasterKey(@Value("${setia.key-file:}") String file, @Value("${setia.home:.setia}") String home) {
        this.file = (file.isBlank() ? Path.of(home, "setia.key") : Path.of(file)).toAbsolutePath();
        if (Files.notExists(this.file)) {
            make();
        }
        this.key = read();
    }

    SecretKey key() {
        return key;
    }

    Path file() {
        return file;
    }

    private void make() {
        try {
            Files.createDirectories(file.getParent());
            byte[] content = Base64.getEncoder().encode(Hashes.random(LENGTH));
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner())) {
                channel.write(ByteBuffer.wrap(content));
            }
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        } catch (IOException error) {
            throw new UncheckedIOException("cannot make the key file " + file, error);
        }
    }

    private FileAttribute<?>[] onlyOwner() throws IOException {
        return Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private SecretKey read() {
        try {
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != LENGTH) {
                throw new IllegalStateException("the key file " + file + " does not hold a key of 32 bytes");
            }
            return new SecretKeySpec(bytes, "AES");
        } catch (IOException error) {
            throw new UncheckedIOException("cannot read the key file " + file, error);
        } catch (IllegalArgumentException error) {
            throw new IllegalStateException("the key file " + file + " is not base 64", error);
        }
    }
}
