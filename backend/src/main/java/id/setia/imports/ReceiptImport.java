package id.setia.imports;

import id.setia.access.Caller;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.JobRefusal;
import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.partners.ApiClients;
import id.setia.posting.ReceiptFiles;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts a file of receipts, some dozen at a time and only while no till waits to post, or has waited for a second. The job's
 * checkpoint is the last row that is done; a part that was under way when the job was interrupted is posted again, which
 * changes nothing.
 */
@Singleton
class ReceiptImport implements JobWorker {

    static final String KIND = "receipts";

    private static final int TOGETHER = 50;
    private static final int LONGEST_REASON = 500;
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    private static final int MOST_PAUSES = 50;
    private static final long UNTIL_CALMER = Duration.ofMillis(500).toNanos();
    private static final int ROWS_BETWEEN_RENEWALS = 10_000;

    private final ReceiptFiles files;
    private final ApiClients clients;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Json json;

    ReceiptImport(
            ReceiptFiles files,
            ApiClients clients,
            ProgramSettings settings,
            BusinessClock clock,
            Json json) {
        this.files = files;
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) throws IOException {
        Job job = running.job();
        ReceiptOrder order = json.read(job.parameters(), ReceiptOrder.class);
        if (job.total().isEmpty()) {
            running.total(countRows(running, order));
        }
        boolean again = !job.counts().isEmpty();
        ReceiptTally tally = again ? json.read(job.counts(), ReceiptTally.class) : begin(running);
        try (ReceiptSource receipts = open(running, order)) {
            List<FileReceipt> part = new ArrayList<>();
            while (receipts.hasNext()) {
                FileReceipt receipt = receipts.next();
                if (receipt.lastRow() > job.checkpoint()) {
                    part.add(receipt);
                }
                if (part.size() == TOGETHER || !part.isEmpty() && !receipts.hasNext()) {
                    tally = advance(running, order, part, tally, again);
                    again = false;
                    part.clear();
                }
            }
        }
    }

    private ReceiptSource open(RunningJob running, ReceiptOrder order) throws IOException {
        return order.format().open(running.file(), settings.current().currency());
    }

    private long countRows(RunningJob running, ReceiptOrder order) throws IOException {
        long last = 0;
        long renewed = 0;
        try (ReceiptSource receipts = open(running, order)) {
            while (receipts.hasNext()) {
                last = receipts.next().lastRow();
                if (last - renewed > ROWS_BETWEEN_RENEWALS) {
                    running.hold();
                    renewed = last;
                }
            }
        }
        return last;
    }

    private ReceiptTally begin(RunningJob running) {
        ReceiptTally tally = ReceiptTally.nothing(clock.now());
        running.advance(() -> new JobStep(0, json.write(tally), List.of()));
        return tally;
    }

    private ReceiptTally advance(
            RunningJob running, ReceiptOrder order, List<FileReceipt> part, ReceiptTally before, boolean begunBefore) {
        List<ReceiptFiles.Entry> entries = new ArrayList<>();
        Map<Long, String> numbers = new HashMap<>();
        List<JobRefusal> refusals = new ArrayList<>();
        ReceiptTally tally = before;
        for (FileReceipt receipt : part) {
            switch (receipt) {
                case FileReceipt.Readable readable -> {
                    entries.add(readable.entry());
                    numbers.put(readable.entry().row(), readable.number());
                }
                case FileReceipt.Broken broken -> {
                    refusals.add(refusal(files.refused(broken.row(), broken.why()), broken.number(), order));
                    tally = tally.oneMoreRefused();
                }
            }
        }
        Judged judged = judge(running, order, entries, begunBefore);
        for (ReceiptFiles.Result result : judged.results()) {
            switch (result) {
                case ReceiptFiles.Taken taken -> tally = tally.with(taken, judged.again());
                case ReceiptFiles.Refused refused -> {
                    refusals.add(refusal(refused, numbers.get(refused.row()), order));
                    tally = tally.oneMoreRefused();
                }
            }
        }
        ReceiptTally after = tally.at(clock.now());
        running.advance(() -> new JobStep(part.getLast().lastRow(), json.write(after), refusals));
        return after;
    }

    private record Judged(List<ReceiptFiles.Result> results, boolean again) {}

    private Judged judge(
            RunningJob running, ReceiptOrder order, List<ReceiptFiles.Entry> entries, boolean begunBefore) {
        Caller.ApiClient client = client(order);
        boolean again = begunBefore;
        while (true) {
            try {
                if (order.dryRun()) {
                    return new Judged(files.tryOut(client, entries), again);
                }
                letTillsGoFirst();
                return new Judged(files.post(client, entries), again);
            } catch (Problem crowded) {
                if (crowded.code() != ProblemCode.TRY_AGAIN_LATER) {
                    throw crowded;
                }
                again = true;
                running.hold();
                LockSupport.parkNanos(UNTIL_CALMER);
            }
        }
    }

    private void letTillsGoFirst() {
        for (int pause = 0; pause < MOST_PAUSES && files.isBusy(); pause++) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** @throws JobFailure when the client was revoked meanwhile */
    private Caller.ApiClient client(ReceiptOrder order) {
        return clients.live(order.clientId())
                .map(client -> new Caller.ApiClient(
                        client.id(),
                        client.partnerId(),
                        client.terminalId(),
                        client.storeId(),
                        client.programOwner(),
                        client.scopes()))
                .orElseThrow(() -> new JobFailure("client_revoked"));
    }

    private static JobRefusal refusal(ReceiptFiles.Refused refused, String number, ReceiptOrder order) {
        LocalText reason = refused.reason();
        String text = "en".equals(order.language()) ? reason.en() : reason.id();
        return new JobRefusal(
                refused.row(),
                refused.code(),
                text.substring(0, Math.min(text.length(), LONGEST_REASON)),
                OptionalLong.empty(),
                number);
    }
}
