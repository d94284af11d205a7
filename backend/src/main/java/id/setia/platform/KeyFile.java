package id.setia.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file of the master key, as backups know it: by its fingerprint, which tells nothing of the key. */
record KeyFile(Path file) {

    private static final int SHOWN = 16;

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** The first digits of a hash, under a name of its own, of what the file holds. */
    String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("setia master key " + Files.readString(file).strip()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read the key file " + file, fault);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts a copy where there is none, for its owner alone. */
    void copyTo(KeyFile other) {
        if (other.file().equals(file)) {
            return;
        }
        try {
            Files.createDirectories(other.file().getParent());
            if (Files.getFileStore(other.file().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        other.file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(other.file());
            }
            Files.write(other.file(), Files.readAllBytes(file));
        } catch (FileAlreadyExistsException there) {
            if (!other.fingerprint().equals(fingerprint())) {
                throw new StartRefused("There is another key at " + other.file() + ". Take it away, or name another SETIA_HOME.");
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot copy the key to " + other.file(), fault);
        }
    }
}
