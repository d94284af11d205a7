package id.setia.imports;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.jobs.FileSource;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.JobState;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for files: looks at their header and queues them. */
@Singleton
class Uploads {

    private final Jobs jobs;
    private final PartnerDirectory partners;
    private final AuditTrail audit;
    private final Json json;

    Uploads(Jobs jobs, PartnerDirectory partners, AuditTrail audit, Json json) {
        this.jobs = jobs;
        this.partners = partners;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Queues a file.
     *
     * @throws Problem {@code file_unreadable}; {@code validation_failed} with {@code columns_missing},
     *     {@code columns_unknown}, {@code partner_unknown}, or {@code store_needed} when rows would be of no store;
     *     {@code store_not_found}
     */
    Job queue(Caller by, String fileName, ImportOptions options, FileSource file) throws IOException {
        List<String> titles = titles(file);
        ImportOrder order =
                switch (options.kind()) {
                    case PURCHASES -> purchases(Header.ofPurchases(titles), options);
                    case MEMBERS -> members(MemberColumn.header(titles), options);
                };
        return queue(by, new NewJob(options.kind().value(), fileName, json.write(order), by.actorId()), file);
    }

    /**
     * Queues the file of a trial again, for good.
     *
     * @throws Problem {@code trial_not_done} when the job is no trial or not done; {@code file_unreadable} when its file
     *     was deleted meanwhile
     */
    Job queueTried(Caller by, Job trial) throws IOException {
        ImportOrder order = json.read(trial.parameters(), ImportOrder.class);
        if (!order.dryRun() || trial.state() != JobState.DONE) {
            throw Problem.of(ProblemCode.TRIAL_NOT_DONE);
        }
        FileSource file = () -> jobs.file(trial.id());
        titles(file);
        return queue(by, new NewJob(trial.kind(), trial.title(), json.write(order.inEarnest()), by.actorId()), file);
    }

    private Job queue(Caller by, NewJob wanted, FileSource file) {
        Job job = jobs.create(wanted, file);
        audit.record(by, "import.queued", "job", job.id(), "fileName", job.title(), "kind", job.kind());
        return job;
    }

    private ImportOrder purchases(Header<Column> header, ImportOptions options) {
        requireColumns(header);
        Optional<UUID> store = options.storeId().map(this::store).or(this::onlyStore);
        if (store.isEmpty() && !header.places().containsKey(Column.STORE)) {
            throw Problem.invalid("/storeId", "store_needed");
        }
        return ImportOrder.ofPurchases(store, options.language(), header.titles());
    }

    /** A title that is misspelt would lose balances: of members every column must be known. */
    private ImportOrder members(Header<MemberColumn> header, ImportOptions options) {
        requireColumns(header);
        if (!header.strange().isEmpty()) {
            throw Problem.invalid("/file", "columns_unknown", String.join(", ", header.strange()));
        }
        UUID funder = options.funderId().map(this::partner).orElseGet(() -> partners.owner().id());
        return ImportOrder.ofMembers(funder, options.dryRun(), options.language(), header.titles());
    }

    private static void requireColumns(Header<?> header) {
        if (!header.missing().isEmpty()) {
            throw Problem.invalid("/file", "columns_missing", String.join(", ", header.missing()));
        }
    }

    private static List<String> titles(FileSource file) throws IOException {
        try (CsvFile rows = CsvFile.open(file.open())) {
            CsvFile.requireUtf8(file.open());
            return rows.titles();
        } catch (JobFailure unreadable) {
            throw Problem.of(ProblemCode.FILE_UNREADABLE);
        }
    }

    private UUID partner(String text) {
        return PublicId.PARTNER
                .parse(text)
                .flatMap(partners::partner)
                .map(Partner::id)
                .orElseThrow(() -> Problem.invalid("/funderId", "partner_unknown"));
    }

    private UUID store(String text) {
        UUID id = PublicId.STORE.parseOr(text, ProblemCode.STORE_NOT_FOUND);
        return partners.store(id)
                .filter(store -> store.partnerId().equals(partners.owner().id()))
                .map(Store::id)
                .orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
    }

    private Optional<UUID> onlyStore() {
        List<Store> own = partners.stores().stream()
                .filter(store -> store.partnerId().equals(partners.owner().id()))
                .toList();
        return own.size() == 1 ? Optional.of(own.getFirst().id()) : Optional.empty();
    }
}
