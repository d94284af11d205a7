package id.setia.imports;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.jobs.FileSource;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door for files of history: looks at their header and queues them. */
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
     * @param storeId the store of rows that name none; may be left out where there is but one
     * @throws Problem {@code file_unreadable}; {@code validation_failed} with {@code columns_missing}, or
     *     {@code store_needed} when rows would be of no store; {@code store_not_found}
     */
    Job queue(Caller by, String fileName, Optional<String> storeId, String language, FileSource file)
            throws IOException {
        Header header = header(file);
        if (!header.missing().isEmpty()) {
            throw Problem.invalid("/file", "columns_missing", String.join(", ", header.missing()));
        }
        Optional<UUID> store = storeId.map(this::store).or(this::onlyStore);
        if (store.isEmpty() && !header.places().containsKey(Column.STORE)) {
            throw Problem.invalid("/storeId", "store_needed");
        }
        ImportOrder order = new ImportOrder(store.map(UUID::toString).orElse(null), language, header.titles());
        Job job = jobs.create(
                new NewJob(HistoryImport.KIND, fileName, json.write(order), by.actorId()), file);
        audit.record(by, "import.queued", "job", job.id(), "fileName", fileName);
        return job;
    }

    private static Header header(FileSource file) throws IOException {
        try (HistoryFile history = HistoryFile.open(file.open())) {
            HistoryFile.requireUtf8(file.open());
            return history.header();
        } catch (JobFailure unreadable) {
            throw Problem.of(ProblemCode.FILE_UNREADABLE);
        }
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
