package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.jobs.JobRefusal;
import id.setia.jobs.Jobs;
import id.setia.kernel.Json;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** What an import did not take, as CSV: number of the row, code, reason, amount or points, then the row as it came. */
@Singleton
class Report {

    private static final int PAGE = 1_000;

    private final Jobs jobs;
    private final ProgramSettings settings;
    private final Json json;

    Report(Jobs jobs, ProgramSettings settings, Json json) {
        this.jobs = jobs;
        this.settings = settings;
        this.json = json;
    }

    /** The report, read from the database page by page. */
    InputStream of(Job job) {
        return of(job, json.read(job.parameters(), ImportOrder.class).header());
    }

    /** The report of a file with these titles. */
    InputStream of(Job job, List<String> header) {
        boolean points = job.kind().equals(ImportKind.MEMBERS.value());
        List<String> titles = new ArrayList<>(List.of("row", "code", "reason", points ? "points" : "amount"));
        titles.addAll(header);
        return new SequenceInputStream(new Pages(job.id(), points, CsvText.line(titles) + "\r\n"));
    }

    private final class Pages implements Enumeration<InputStream> {

        private final UUID jobId;
        private final boolean points;
        private final Program program = settings.current();
        private String next;
        private Optional<JobRefusal> last = Optional.empty();

        private Pages(UUID jobId, boolean points, String titles) {
            this.jobId = jobId;
            this.points = points;
            this.next = titles;
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
                lines.append(line(refusal)).append("\r\n");
                last = Optional.of(refusal);
            }
            next = lines.toString();
            return new ByteArrayInputStream(page);
        }

        private String line(JobRefusal refusal) {
            String amount = refusal.amount().isPresent() ? amount(refusal.amount().getAsLong()) : "";
            return CsvText.line(List.of(Long.toString(refusal.row()), refusal.code(), refusal.reason(), amount)) + ","
                    + refusal.content();
        }

        private String amount(long amount) {
            return points ? Long.toString(amount) : program.money(amount).amount();
        }
    }
}
