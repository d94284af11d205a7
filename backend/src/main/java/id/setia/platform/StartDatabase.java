package id.setia.platform;

import id.setia.db.DatabaseAddress;
import id.setia.db.DemoMark;
import id.setia.db.DurabilityCheck;
import id.setia.db.EmbeddedDatabase;
import id.setia.db.FractionCheck;
import id.setia.db.Migrations;
import id.setia.db.RestoreMark;
import id.setia.db.SandboxMark;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of a running Setia, checked and brought up to date before anything else looks at it. */
record StartDatabase(DatabaseAddress address, Optional<EmbeddedDatabase> embedded) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartDatabase.class);

    /** Opens the operator's own database, or starts the embedded one. */
    static StartDatabase open(StartSettings settings) {
        Optional<EmbeddedDatabase> embedded = settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.start(settings.home()));
        var database = new StartDatabase(settings.database().orElseGet(() -> embedded.orElseThrow().address()), embedded);
        try {
            embedded.ifPresent(EmbeddedDatabase::forgetUnfinishedStart);
            database.prepare(settings);
            return database;
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    private void prepare(StartSettings settings) {
        FractionCheck.require(address);
        DurabilityCheck.require(address, settings.waived())
                .forEach(waived -> LOG.warn("SETIA_DB_WAIVE: without other means the database could lose what it acknowledged: {}", waived));
        if (RestoreMark.isOn(address)) {
            throw new StartRefused("A restore into " + address + " did not finish, so what is there is not whole. "
                    + "Run setia restore again; it begins anew.");
        }
        boolean empty = DemoMark.isEmpty(address);
        requireSandbox(settings.sandbox(), empty);
        requireOneKind(settings.demo(), empty);
        Migrations.migrate(address);
    }

    /** Time is moved only where it was so from the beginning, and no message meant for somebody stays in a sandbox. */
    private void requireSandbox(boolean sandbox, boolean empty) {
        boolean marked = SandboxMark.isOn(address);
        if (sandbox && !marked) {
            if (!empty) {
                throw new StartRefused("The database " + address + " has data of its own and is no sandbox. "
                        + "Start without SETIA_SANDBOX, or name an empty database or another SETIA_HOME.");
            }
            SandboxMark.set(address);
        }
        if (!sandbox && marked) {
            throw new StartRefused("The database " + address + " is a sandbox's, whose time was moved. "
                    + "Start with SETIA_SANDBOX=1, or name an empty database or another SETIA_HOME.");
        }
    }

    /** Real members never meet log-ins that everyone knows: a database is for demonstration from its birth, or never. */
    private void requireOneKind(boolean demo, boolean empty) {
        boolean marked = DemoMark.isOn(address);
        if (demo && !marked) {
            if (!empty) {
                throw new StartRefused("The database " + address + " has data of its own and gets no demo data. "
                        + "Start without SETIA_DEMO, or name an empty database or another SETIA_HOME.");
            }
            DemoMark.begin(address);
        }
        if (!demo && marked) {
            throw new StartRefused("The database " + address + " holds demo data with log-ins that everyone knows. "
                    + "Start with SETIA_DEMO=1, or name an empty database or another SETIA_HOME.");
        }
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
