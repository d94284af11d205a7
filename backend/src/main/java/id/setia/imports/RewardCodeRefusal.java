package id.setia.imports;

import id.setia.kernel.LocalText;
import java.util.Locale;

/** Why a row of codes was not taken. */
enum RewardCodeRefusal {
    CODE_MISSING("Kode kosong.", "There is no code."),
    QUOTE_UNCLOSED(
            "Tanda kutip di baris ini tidak ditutup sampai akhir berkas.",
            "A quotation mark in this row is not closed before the end of the file."),
    CODE_MALFORMED(
            "Kode harus 4 sampai 100 huruf, angka, atau tanda tanpa spasi.",
            "A code has 4 to 100 letters, digits or signs, and no blanks."),
    CODE_REPEATED("Kode ini sudah ada di baris sebelumnya.", "An earlier row has this code."),
    CODE_OF_ANOTHER_REWARD("Kode ini milik hadiah lain.", "This code belongs to another reward.");

    private final LocalText reason;

    RewardCodeRefusal(String indonesian, String english) {
        this.reason = LocalText.of(indonesian, english);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalText reason() {
        return reason;
    }
}
