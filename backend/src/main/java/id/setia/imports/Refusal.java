package id.setia.imports;

import id.setia.kernel.LocalText;
import java.util.Locale;

/** Why a row, or a part of it, was not taken. */
interface Refusal {

    LocalText OTHER_COLUMNS = LocalText.of(
            "Jumlah kolom baris ini tidak sama dengan baris judul.", "The row has not as many columns as the header.");

    LocalText OPEN_QUOTE = LocalText.of(
            "Tanda kutip di baris ini tidak ditutup sampai akhir berkas.",
            "A quotation mark in this row is not closed before the end of the file.");

    /** The constant's. */
    String name();

    /** Stable, {@code time_malformed}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalText reason();
}
