package id.setia.imports;

import id.setia.kernel.LocalText;
import java.util.Locale;

/** Why a row of products was not taken. */
enum ProductRefusal {
    COLUMNS_DIFFER("Jumlah kolom baris ini tidak sama dengan baris judul.", "The row has not as many columns as the header."),
    QUOTE_UNCLOSED(
            "Tanda kutip di baris ini tidak ditutup sampai akhir berkas.",
            "A quotation mark in this row is not closed before the end of the file."),
    SKU_MISSING("SKU kosong.", "There is no SKU."),
    SKU_REPEATED("SKU ini sudah ada di baris sebelumnya.", "An earlier row has this SKU."),
    VALUE_TOO_LONG("Salah satu nilai terlalu panjang.", "One of the values is too long."),
    VALUE_UNPRINTABLE("Ada karakter yang tidak dapat ditampilkan.", "There are characters that cannot be shown."),
    NAME_EMPTIED("Nama tidak dapat dikosongkan.", "The name cannot be emptied."),
    EARNS_UNKNOWN("Kolom earns harus ya atau tidak (yes atau no).", "The column earns must be yes or no.");

    private final LocalText reason;

    ProductRefusal(String indonesian, String english) {
        this.reason = LocalText.of(indonesian, english);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalText reason() {
        return reason;
    }
}
