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
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** The door for files of products: looks at their header and queues them. */
@Singleton
class ProductUploads {

    private final Jobs jobs;
    private final PartnerDirectory partners;
    private final AuditTrail audit;
    private final Json json;

    ProductUploads(Jobs jobs, PartnerDirectory partners, AuditTrail audit, Json json) {
        this.jobs = jobs;
        this.partners = partners;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Queues a file.
     *
     * @param partnerId whose products; the programme owner's without it
     * @throws Problem {@code file_unreadable}; {@code validation_failed} with {@code columns_missing};
     *     {@code partner_not_found}
     */
    Job queue(
            Caller by, String fileName, Optional<String> partnerId, boolean dryRun, String language, FileSource file)
            throws IOException {
        ProductHeader header = header(file);
        if (!header.missing().isEmpty()) {
            throw Problem.invalid("/file", "columns_missing", String.join(", ", header.missing()));
        }
        Partner partner = partnerId.map(this::partner).orElseGet(partners::owner);
        ProductOrder order = new ProductOrder(partner.id().toString(), dryRun, language, header.titles());
        Job job = jobs.create(new NewJob(ProductImport.KIND, fileName, json.write(order), by.actorId()), file);
        audit.record(by, "product_import.queued", "job", job.id(), "fileName", fileName, "dryRun", Boolean.toString(dryRun));
        return job;
    }

    private static ProductHeader header(FileSource file) throws IOException {
        try (HistoryFile products = HistoryFile.open(file.open())) {
            HistoryFile.requireUtf8(file.open());
            return ProductHeader.of(products.header().titles());
        } catch (JobFailure unreadable) {
            throw Problem.of(ProblemCode.FILE_UNREADABLE);
        }
    }

    private Partner partner(String text) {
        return partners.partner(PublicId.PARTNER.parseOr(text, ProblemCode.PARTNER_NOT_FOUND))
                .orElseThrow(() -> Problem.of(ProblemCode.PARTNER_NOT_FOUND));
    }
}
