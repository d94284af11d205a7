package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Imports as answers. */
@Singleton
class ImportAnswers {

    private final ProgramSettings settings;
    private final PartnerDirectory partners;
    private final Json json;

    ImportAnswers(ProgramSettings settings, PartnerDirectory partners, Json json) {
        this.settings = settings;
        this.partners = partners;
        this.json = json;
    }

    JobResponse of(Job job) {
        ImportOrder order = json.read(job.parameters(), ImportOrder.class);
        return switch (ImportKind.of(job.kind()).orElseThrow()) {
            case PURCHASES -> purchases(job);
            case MEMBERS -> members(job, order);
        };
    }

    private JobResponse purchases(Job job) {
        Tally tally = job.counts().isEmpty() ? Tally.NOTHING : json.read(job.counts(), Tally.class);
        return response(
                job,
                false,
                tally.rows(),
                Optional.of(ImportCounts.of(tally, settings.current())),
                Optional.empty(),
                ImportTexts.message(job, tally));
    }

    private JobResponse members(Job job, ImportOrder order) {
        ArrivalTally tally = job.counts().isEmpty() ? ArrivalTally.NOTHING : json.read(job.counts(), ArrivalTally.class);
        List<ArrivalPoints> points = order.funder().flatMap(partners::partner).stream()
                .map(funder -> points(funder, tally))
                .toList();
        return response(
                job,
                order.dryRun(),
                tally.rows(),
                Optional.empty(),
                Optional.of(ArrivalCounts.of(tally, points)),
                ImportTexts.message(job, tally, order.dryRun()));
    }

    private static ArrivalPoints points(Partner funder, ArrivalTally tally) {
        return new ArrivalPoints(PublicId.PARTNER.format(funder.id()), funder.name(), tally.points());
    }

    private static JobResponse response(
            Job job,
            boolean dryRun,
            long done,
            Optional<ImportCounts> purchases,
            Optional<ArrivalCounts> members,
            Optional<LocalText> message) {
        return new JobResponse(
                PublicId.JOB.format(job.id()),
                job.kind(),
                dryRun,
                job.title(),
                job.state().value(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                new JobProgress(job.total().isPresent() ? job.total().getAsLong() : null, done),
                purchases.orElse(null),
                members.orElse(null),
                message.orElse(null));
    }
}
