package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.PublicId;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Imports as answers. */
@Singleton
class ImportAnswers {

    private final ProgramSettings settings;
    private final Json json;

    ImportAnswers(ProgramSettings settings, Json json) {
        this.settings = settings;
        this.json = json;
    }

    JobResponse of(Job job) {
        Tally tally = job.counts().isEmpty() ? Tally.NOTHING : json.read(job.counts(), Tally.class);
        return new JobResponse(
                PublicId.JOB.format(job.id()),
                job.kind(),
                job.title(),
                job.state().value(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                new JobProgress(
                        job.total().isPresent() ? job.total().getAsLong() : null, tally.rows()),
                ImportCounts.of(tally, settings.current()),
                message(job, tally).orElse(null));
    }

    private static Optional<LocalText> message(Job job, Tally tally) {
        return switch (job.state()) {
            case QUEUED, RUNNING -> Optional.empty();
            case DONE -> Optional.of(done(tally));
            case STOPPED -> Optional.of(LocalText.of(
                    "Dihentikan. Baris yang sudah tercatat tetap tercatat; kirim lagi berkas yang sama untuk melanjutkan.",
                    "Stopped. What is recorded stays; send the same file again to go on."));
            case FAILED -> Optional.of(failed(job.message().orElse("")));
        };
    }

    private static LocalText done(Tally tally) {
        LocalText rows = MoneyText.number(tally.rows());
        LocalText reported = MoneyText.number(tally.reported());
        return tally.reported() == 0
                ? LocalText.of("Semua " + rows.id() + " baris tercatat.", "All " + rows.en() + " rows are recorded.")
                : LocalText.of(
                        rows.id() + " baris selesai; " + reported.id() + " di antaranya ada di laporan.",
                        rows.en() + " rows done; " + reported.en() + " of them are in the report.");
    }

    private static LocalText failed(String code) {
        return switch (code) {
            case "file_unreadable" -> LocalText.of(
                    "Berkas rusak atau tidak lagi terbaca sebagai CSV. Perbaiki lalu kirim lagi; yang sudah tercatat tidak"
                            + " digandakan.",
                    "The file is broken or no longer readable as CSV. Mend it and send it again; nothing is doubled.");
            case "columns_missing" -> LocalText.of(
                    "Kolom yang diperlukan tidak ada di berkas.", "The file lacks columns that are needed.");
            default -> LocalText.of(
                    "Terjadi kesalahan di server. Kirim lagi berkas yang sama; yang sudah tercatat tidak digandakan.",
                    "Something went wrong on the server. Send the same file again; nothing is doubled.");
        };
    }
}
