package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import java.util.Optional;
import java.util.function.Supplier;

/** The sentences of an import that is over. */
final class ImportTexts {

    private ImportTexts() {}

    static Optional<LocalText> message(Job job, Tally tally) {
        return ended(job, () -> done(tally.rows(), tally.reported()));
    }

    static Optional<LocalText> message(Job job, ArrivalTally tally, boolean dryRun) {
        return ended(job, () -> dryRun ? tried(tally) : done(tally.rows(), tally.reported()));
    }

    private static Optional<LocalText> ended(Job job, Supplier<LocalText> done) {
        return switch (job.state()) {
            case QUEUED, RUNNING -> Optional.empty();
            case DONE -> Optional.of(done.get());
            case STOPPED -> Optional.of(LocalText.of(
                    "Dihentikan. Baris yang sudah tercatat tetap tercatat; kirim lagi berkas yang sama untuk melanjutkan.",
                    "Stopped. What is recorded stays; send the same file again to go on."));
            case FAILED -> Optional.of(failed(job.message().orElse("")));
        };
    }

    private static LocalText done(long count, long lines) {
        LocalText rows = MoneyText.number(count);
        LocalText reported = MoneyText.number(lines);
        return lines == 0
                ? LocalText.of("Semua " + rows.id() + " baris tercatat.", "All " + rows.en() + " rows are recorded.")
                : LocalText.of(
                        rows.id() + " baris selesai; " + reported.id() + " di antaranya ada di laporan.",
                        rows.en() + " rows done; " + reported.en() + " of them are in the report.");
    }

    private static LocalText tried(ArrivalTally tally) {
        LocalText members = MoneyText.number(tally.imported());
        LocalText refused = MoneyText.number(tally.refused());
        return LocalText.of(
                "Uji coba selesai, belum ada yang diubah: " + members.id() + " baris akan menjadi anggota, " + refused.id()
                        + " ditolak.",
                "The trial is done and nothing was changed: " + members.en() + " rows would become members, " + refused.en()
                        + " are refused.");
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
