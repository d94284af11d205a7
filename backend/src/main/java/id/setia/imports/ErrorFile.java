package id.setia.imports;

import id.setia.jobs.JobRefusal;
import id.setia.jobs.Jobs;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** What of a file of receipts was refused, as CSV: row, code, reason, number of the receipt or order; read page by page. Holds nothing else of the receipts. */
@Singleton
class ErrorFile {

    private static final int PAGE = 1_000;

    private final Jobs jobs;

    ErrorFile(Jobs jobs) {
        this.jobs = jobs;
    }

    InputStream of(UUID jobId) {
        return new SequenceInputStream(new Pages(jobId));
    }

    private final class Pages implements Enumeration<InputStream> {

        private final UUID jobId;
        private String next = "row,code,reason,receipt\r\n";
        private Optional<JobRefusal> last = Optional.empty();

        private Pages(UUID jobId) {
            this.jobId = jobId;
        }

        @Override
        public boolean hasMoreElements() {
            return !next.isEmpty();
        }

        @Override
        public InputStream nextElement() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            byte[] page = next.getBytes(StandardCharsets.UTF_8);
            StringBuilder lines = new StringBuilder();
            for (JobRefusal refusal : jobs.refusals(jobId, last, PAGE)) {
                lines.append(CsvText.line(List.of(
                                Long.toString(refusal.row()), refusal.code(), CsvText.harmless(refusal.reason()),
                                CsvText.harmless(refusal.content()))))
                        .append("\r\n");
                last = Optional.of(refusal);
            }
            next = lines.toString();
            return new ByteArrayInputStream(page);
        }
    }
}
