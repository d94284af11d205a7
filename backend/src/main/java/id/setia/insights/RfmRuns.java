package id.setia.insights;

import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The door to computing the scores anew: each night once, whichever node looks first, and when the window changes. */
@Singleton
public class RfmRuns {

    private final RfmRunRows runs;
    private final Jobs jobs;
    private final ProgramSettings program;
    private final Settings settings;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final IdMaker ids;
    private final Transactions transactions;

    RfmRuns(
            RfmRunRows runs,
            Jobs jobs,
            ProgramSettings program,
            Settings settings,
            BusinessClock clock,
            SystemClock systemClock,
            IdMaker ids,
            Transactions transactions) {
        this.runs = runs;
        this.jobs = jobs;
        this.program = program;
        this.settings = settings;
        this.clock = clock;
        this.systemClock = systemClock;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** Queues the run of the day before, unless somebody has. */
    public void queueNightly() {
        String name = "nightly:" + yesterday();
        if (!runs.isKnown(name)) {
            try {
                queue(name);
            } catch (RuntimeException error) {
                if (!Sql.isDuplicateKey(error)) {
                    throw error;
                }
            }
        }
    }

    /** Queues another run. */
    public void queueAnother() {
        queue("asked:" + ids.next());
    }

    private void queue(String name) {
        RfmRun run = new RfmRun(
                ids.next(),
                yesterday(),
                settings.read(RfmSettings.SETTING, RfmSettings.class, RfmSettings.USUAL).value().months(),
                0,
                RfmCuts.NONE,
                Optional.empty());
        transactions.write(connection -> {
            runs.add(run, name, systemClock.now());
            jobs.create(
                    new NewJob(RfmJob.KIND, name, run.id().toString(), Optional.<UUID>empty()),
                    InputStream::nullInputStream);
            return null;
        });
    }

    private LocalDate yesterday() {
        return program.current().dateOf(clock.now()).minusDays(1);
    }
}
