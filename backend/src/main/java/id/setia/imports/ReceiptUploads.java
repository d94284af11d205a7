package id.setia.imports;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.jobs.FileSource;
import id.setia.jobs.Job;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The door for files of receipts: keeps and queues them, each once under its key. */
@Singleton
class ReceiptUploads {

    /** Bytes of a file. */
    static final long LARGEST = 50L << 20;

    private final Jobs jobs;
    private final IdempotencyKeys keys;
    private final AuditTrail audit;
    private final IdMaker ids;
    private final Json json;

    ReceiptUploads(Jobs jobs, IdempotencyKeys keys, AuditTrail audit, IdMaker ids, Json json) {
        this.jobs = jobs;
        this.keys = keys;
        this.audit = audit;
        this.ids = ids;
        this.json = json;
    }

    /** What makes a request the same when it is sent again. */
    @Serdeable
    record Content(String sha256, String format, boolean dryRun) {}

    /**
     * Queues a file.
     *
     * @throws Problem {@code idempotency_key_missing}, {@code idempotency_key_reused}, {@code file_unreadable},
     *     {@code validation_failed} for a table with unknown or missing columns
     */
    Job queue(Caller.ApiClient by, Optional<String> key, String fileName, ReceiptOrder order, FileSource file)
            throws IOException {
        order.format().check(file);
        IdempotencyKeys.Request request = new IdempotencyKeys.Request(
                by, key, "receipts", new Content(hash(file), order.format().value(), order.dryRun()));
        keys.named(request);
        UUID id = ids.next();
        jobs.keep(id, file);
        IdempotencyKeys.Made made = keys.once(request, id, jobId -> {
            jobs.create(jobId, new NewJob(ReceiptImport.KIND, fileName, json.write(order), by.actorId()));
            audit.record(by, "receipts.queued", "job", jobId, "fileName", fileName);
        });
        if (made.replayed()) {
            jobs.discard(id);
        }
        return jobs.find(made.resourceId()).orElseThrow(() -> Problem.of(ProblemCode.JOB_NOT_FOUND));
    }

    private static String hash(FileSource file) throws IOException {
        try (DigestInputStream content = new DigestInputStream(file.open(), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
