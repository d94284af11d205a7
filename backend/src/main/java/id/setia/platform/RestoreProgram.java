package id.setia.platform;

import id.setia.access.AuditTrail;
import id.setia.db.BackupManifest;
import id.setia.db.DatabaseAddress;
import id.setia.db.DurabilityCheck;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.FractionCheck;
import id.setia.db.Restore;
import id.setia.posting.Proof;
import id.setia.posting.ProofResponse;
import io.micronaut.context.ApplicationContext;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main program of {@code setia restore}: writes a backup into an empty database, and proves the ledger that is there
 * afterwards.
 */
public final class RestoreProgram {

    private static final String USAGE = "Usage: setia restore <file> [--key <file with the master key>]";

    private RestoreProgram() {
    }

    /** Takes the backup and, unless it lies where this installation looks for it, the file with the master key. */
    public static void main(String[] arguments) {
        CommandEnd.exit(() -> {
            List<String> given = List.of(arguments);
            boolean named = given.size() == 3 && given.get(1).equals("--key");
            if (given.size() != 1 && !named) {
                throw new StartRefused(USAGE);
            }
            return run(
                    StartSettings.of(System.getenv(), false),
                    Path.of(given.getFirst()),
                    named ? Optional.of(Path.of(given.get(2))) : Optional.empty(),
                    System.out);
        });
    }

    /** Restores, tells of it, and says whether the ledger's proof and the audit trail hold. */
    static boolean run(StartSettings settings, Path file, Optional<Path> key, PrintStream out) {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused("There is no file " + file + ".");
        }
        try (Restore restore = Restore.open(file)) {
            BackupManifest manifest = restore.manifest();
            KeyFile given = key(settings, manifest, key.map(path -> new KeyFile(path.toAbsolutePath().normalize())));
            out.printf("Backup of %s: %,d rows of %d tables, tables of version %s%n", manifest.madeAt().truncatedTo(ChronoUnit.SECONDS), manifest.rows(), manifest.tables().size(), manifest.schema());
            restore.verify();
            out.println("  Its checksums are right.");
            Optional<EmbeddedDatabase> own =
                    settings.database().isPresent() ? Optional.empty() : Optional.of(EmbeddedDatabase.start(settings.home()));
            try {
                DatabaseAddress address = settings.database().orElseGet(() -> own.orElseThrow().address());
                FractionCheck.require(address);
                DurabilityCheck.require(address, settings.waived()).forEach(waived -> out.println("  Waived by SETIA_DB_WAIVE: " + waived));
                restore.into(address);
                given.copyTo(settings.key());
                out.printf("Restored into %s, with the key in %s.%n", address, settings.key().file());
                return prove(settings, address, manifest, out);
            } finally {
                own.ifPresent(EmbeddedDatabase::close);
            }
        }
    }

    /** The key that opens what is sealed in the backup. */
    private static KeyFile key(StartSettings settings, BackupManifest manifest, Optional<KeyFile> named) {
        KeyFile key = named.orElse(settings.key());
        String advice = "The backup needs the master key with the fingerprint " + manifest.key() + ", which is not inside it. It was in "
                + manifest.keyFile() + " where the backup was made; without it nothing that is sealed can be opened. "
                + "Name a copy of it: setia restore <file> --key <file with the master key>";
        if (!key.exists()) {
            throw new StartRefused("There is no master key at " + key.file() + ". " + advice);
        }
        if (!key.fingerprint().equals(manifest.key())) {
            throw new StartRefused("The key in " + key.file() + " is another one (fingerprint " + key.fingerprint() + "). " + advice);
        }
        return key;
    }

    private static boolean prove(StartSettings settings, DatabaseAddress address, BackupManifest manifest, PrintStream out) {
        try (ApplicationContext context = ApplicationContext.builder(Application.class)
                .deduceEnvironment(false)
                .banner(false)
                .properties(settings.properties())
                .properties(Application.datasource(address))
                .properties(Map.of("setia.demo", manifest.demo(), "setia.sandbox", manifest.sandbox(), "setia.background", false))
                .start()) {
            ProofResponse proof = context.getBean(Proof.class).now();
            proof.promises().forEach(promise -> out.printf(
                    "  %s  %d. %s%n",
                    promise.holds() ? "holds " : "BROKEN (" + promise.violations() + ")", promise.number(), promise.name()));
            AuditTrail.Check trail = context.getBean(AuditTrail.class).verify();
            out.printf("  %s  audit trail, %d events%n", trail.holds() ? "holds " : "BROKEN", trail.events());
            boolean holds = proof.holds() && trail.holds();
            out.println(holds
                    ? "The ledger's proof holds. Start it with: setia start" + (manifest.demo() ? " (a demonstration: with SETIA_DEMO=1)" : "")
                            + (manifest.sandbox() ? " (a sandbox: with SETIA_SANDBOX=1)" : "")
                    : "The ledger's proof does NOT hold. Do not use this database.");
            return holds;
        }
    }
}
