package id.setia.platform;

import id.setia.db.Backup;
import id.setia.db.BackupManifest;
import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The main program of {@code setia backup}: writes everything the database holds into one file, while Setia runs or not. */
public final class BackupProgram {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private BackupProgram() {
    }

    /** Takes the file, or the directory that gets one named after the moment. */
    public static void main(String[] arguments) {
        CommandEnd.exit(() -> {
            if (arguments.length != 1) {
                throw new StartRefused("Usage: setia backup <directory or file>");
            }
            make(StartSettings.of(System.getenv(), false), Path.of(arguments[0]), System.out);
            return true;
        });
    }

    /** Makes a backup and tells of it; its file. */
    static Path make(StartSettings settings, Path target, PrintStream out) {
        Path file = file(target.toAbsolutePath().normalize());
        if (Files.exists(file)) {
            throw new StartRefused("There is a file " + file + " already.");
        }
        KeyFile key = settings.key();
        if (!key.exists()) {
            throw new StartRefused("There is no master key at " + key.file() + ", and without it a backup opens nothing that is sealed. "
                    + "Name its file with SETIA_KEY_FILE.");
        }
        Optional<DatabaseAddress> running = settings.database().or(() -> EmbeddedDatabase.running(settings.home()));
        Optional<EmbeddedDatabase> own = running.isPresent() ? Optional.empty() : Optional.of(start(settings.home()));
        try {
            DatabaseAddress address = running.orElseGet(() -> own.orElseThrow().address());
            BackupManifest manifest =
                    Backup.write(address, file, version(), key.fingerprint(), key.file().toString());
            tell(manifest, file, key, out);
            return file;
        } finally {
            own.ifPresent(EmbeddedDatabase::close);
        }
    }

    private static Path file(Path target) {
        return Files.isDirectory(target) ? target.resolve("setia-" + STAMP.format(Instant.now()) + ".backup") : target;
    }

    private static EmbeddedDatabase start(Path home) {
        if (!EmbeddedDatabase.holds(home)) {
            throw new StartRefused("There is no database in " + home + ". Name the directory with SETIA_HOME, or a database with SETIA_DB_URL.");
        }
        return EmbeddedDatabase.start(home);
    }

    private static void tell(BackupManifest manifest, Path file, KeyFile key, PrintStream out) {
        out.printf("Backup written: %s%n", file);
        out.printf("  %,d rows of %d tables as of %s, tables of version %s, %,d bytes%n", manifest.rows(), manifest.tables().size(), manifest.madeAt().truncatedTo(ChronoUnit.SECONDS), manifest.schema(), size(file));
        out.printf("  It holds personal data: keep it where only those may read it who may read the database.%n");
        out.printf("The master key is not inside. It is in %s (fingerprint %s).%n", key.file(), key.fingerprint());
        out.printf("  Keep a copy of it apart from the backups: a restore asks for it.%n");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String version() {
        return Optional.ofNullable(BackupProgram.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
