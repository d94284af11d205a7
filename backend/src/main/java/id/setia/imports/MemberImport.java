package id.setia.imports;

import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings members over: looks at the whole file first, for what stands in several rows, then takes it chunk by chunk. The
 * job's checkpoint is how many rows are done, and one more once the import was told of.
 */
@Singleton
class MemberImport implements JobWorker {

    private final ArrivalDesk desk;
    private final PartnerDirectory partners;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;

    MemberImport(
            ArrivalDesk desk, PartnerDirectory partners, Outbox outbox, BusinessClock clock, IdMaker ids, Json json) {
        this.desk = desk;
        this.partners = partners;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    @Override
    public String kind() {
        return ImportKind.MEMBERS.value();
    }

    @Override
    public void work(RunningJob running) throws IOException {
        LocalDate today = desk.today();
        Survey survey = Survey.of(
                () -> CsvFile.open(running.file()), titles -> reader(titles, today), running::hold);
        if (running.job().total().isEmpty()) {
            running.total(survey.rows());
        }
        ArrivalProgress progress = new ArrivalProgress(running, json);
        try (CsvFile file = CsvFile.open(running.file())) {
            MemberRowReader reader = reader(file.titles(), today);
            progress.passOver(file);
            try (Ahead<ArrivalChunk> chunks = new Ahead<>(
                    () -> ArrivalChunk.next(file, reader, row -> desk.prepare(row, progress.order())))) {
                for (ArrivalChunk chunk = chunks.next(); chunk.rows() > 0; chunk = chunks.next()) {
                    ArrivalChunk rows = chunk;
                    progress.advance(rows.rows(), outcome -> desk.take(
                            rows, survey.repeats(), progress.order(), running.job().id(), today, outcome));
                }
            }
        }
        if (progress.done() == survey.rows()) {
            progress.advance(1, outcome -> tell(running.job().id(), progress));
        }
    }

    private MemberRowReader reader(List<String> titles, LocalDate today) {
        Header<MemberColumn> header = MemberColumn.header(titles);
        header.require();
        return new MemberRowReader(header, partners.owner().code(), desk.tiers(), today);
    }

    /** One event for the whole import; its members and their points have none of their own. */
    private void tell(UUID jobId, ArrivalProgress progress) {
        if (!progress.order().dryRun()) {
            String payload = "{\"jobId\":\"" + PublicId.JOB.format(jobId) + "\",\"membersEnrolled\":"
                    + progress.tally().imported() + ",\"points\":" + progress.tally().points() + "}";
            outbox.write(new Event(
                    ids.next(), Optional.empty(), 0, "import.finished", 1, payload, clock.now(), clock.now()));
        }
    }
}
