package id.setia.imports;

import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.program.ProgramSettings;
import id.setia.tiers.TierLadder;
import id.setia.tiers.TierRuns;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Does an import: first the purchases of the file, then its refunds, so that the order of its rows does not matter, and at
 * the end the tiers of the month. The file is cut into units always in the same way; the job's checkpoint is how many of
 * them are done.
 */
@Singleton
class HistoryImport implements JobWorker {

    private static final int MOST_PURCHASES = 50;
    private static final int MOST_REFUNDS = 20;
    private static final int MOST_ROWS = 1_000;

    private final PurchaseImport purchases;
    private final RefundImport refunds;
    private final ProgramSettings settings;
    private final TierLadder ladder;
    private final TierRuns tierRuns;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;

    HistoryImport(
            PurchaseImport purchases,
            RefundImport refunds,
            ProgramSettings settings,
            TierLadder ladder,
            TierRuns tierRuns,
            Outbox outbox,
            BusinessClock clock,
            IdMaker ids,
            Json json) {
        this.purchases = purchases;
        this.refunds = refunds;
        this.settings = settings;
        this.ladder = ladder;
        this.tierRuns = tierRuns;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    @Override
    public String kind() {
        return ImportKind.PURCHASES.value();
    }

    @Override
    public void work(RunningJob running) throws IOException {
        if (running.job().total().isEmpty()) {
            running.total(countRows(running));
        }
        Progress progress = new Progress(running, json);
        pass(running, progress, false, MOST_PURCHASES, purchases::post);
        pass(running, progress, true, MOST_REFUNDS, refunds::post);
        if (ladder.isDefined()) {
            tierRuns.run(settings.current().monthOf(clock.now()));
            tierRuns.catchUp();
        }
        if (!progress.isDone()) {
            progress.advance(() -> tell(running.job().id(), progress.tally()));
        }
    }

    private static long countRows(RunningJob running) throws IOException {
        try (CsvFile file = CsvFile.open(running.file())) {
            Header.ofPurchases(file.titles()).require();
            long rows = 0;
            while (file.hasNext()) {
                file.next();
                rows++;
            }
            return rows;
        }
    }

    private void pass(RunningJob running, Progress progress, boolean refundsOnly, int mostReceipts, Progress.Act act)
            throws IOException {
        try (CsvFile file = CsvFile.open(running.file())) {
            Header<Column> header = Header.ofPurchases(file.titles());
            header.require();
            RowReader reader = new RowReader(header, settings.current().currency());
            Units units = new Units(file, reader, refundsOnly);
            List<Unit> chunk = new ArrayList<>();
            while (units.hasNext()) {
                Unit unit = units.next();
                if (!progress.isDone()) {
                    chunk.add(unit);
                }
                if (isFull(chunk, mostReceipts)) {
                    progress.advance(chunk, act);
                    chunk.clear();
                }
            }
            if (!chunk.isEmpty()) {
                progress.advance(chunk, act);
            }
        }
    }

    private static boolean isFull(List<Unit> chunk, int mostReceipts) {
        return chunk.stream().filter(Unit.Group.class::isInstance).count() >= mostReceipts
                || chunk.stream().mapToInt(Unit::rows).sum() >= MOST_ROWS;
    }

    /** One event for the whole import; its purchases and refunds have none of their own. */
    private void tell(UUID jobId, Tally tally) {
        String payload = "{\"jobId\":\"" + PublicId.JOB.format(jobId) + "\",\"purchases\":" + tally.purchases()
                + ",\"refunds\":" + tally.refunds() + ",\"membersEnrolled\":" + tally.membersEnrolled()
                + ",\"points\":" + tally.points() + "}";
        outbox.write(new Event(
                ids.next(), Optional.empty(), 0, "import.finished", 1, payload, clock.now(), clock.now()));
    }
}
