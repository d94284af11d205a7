package id.setia.imports;

import id.setia.jobs.FileSource;
import id.setia.jobs.JobFailure;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How receipts stand in a file. */
@Serdeable
enum ReceiptFormat {
    NDJSON,
    CSV;

    /** As it stands in requests, {@code ndjson}. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReceiptFormat> of(String value) {
        return Arrays.stream(values()).filter(format -> format.value().equals(value)).findFirst();
    }

    /** What the name of a file says: CSV by its ending, else NDJSON. */
    static ReceiptFormat byName(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?") ? CSV : NDJSON;
    }

    /**
     * Opens a file.
     *
     * @param currency of the amounts that a table gives as bare numbers
     * @throws JobFailure when it cannot be read at all
     */
    ReceiptSource open(InputStream content, String currency) throws IOException {
        return switch (this) {
            case NDJSON -> new NdjsonReceipts(content);
            case CSV -> new CsvReceipts(CsvFile.open(content), currency);
        };
    }

    /**
     * Looks at a file before it is queued; of a table, at its titles.
     *
     * @throws Problem {@code file_unreadable}; {@code validation_failed} with {@code columns_unknown} or
     *     {@code columns_missing}
     */
    void check(FileSource file) throws IOException {
        if (this == NDJSON) {
            return;
        }
        List<String> titles;
        try (CsvFile table = CsvFile.open(file.open())) {
            CsvFile.requireUtf8(file.open());
            titles = table.titles();
        } catch (JobFailure unreadable) {
            throw Problem.of(ProblemCode.FILE_UNREADABLE);
        }
        List<String> strange = ReceiptColumn.strange(titles);
        if (!strange.isEmpty()) {
            throw Problem.invalid("/file", "columns_unknown", String.join(", ", strange));
        }
        List<String> missing = ReceiptColumn.missing(titles);
        if (!missing.isEmpty()) {
            throw Problem.invalid("/file", "columns_missing", String.join(", ", missing));
        }
    }
}
