package id.setia.imports;

import id.setia.kernel.LocalText;
import java.util.Locale;

/** Why a row of a static list was not taken. */
enum ListRefusal implements Refusal {
    QUOTE_UNCLOSED(
            "Tanda kutip di baris ini tidak ditutup sampai akhir berkas.",
            "A quotation mark in this row is not closed before the end of the file."),
    MEMBER_UNKNOWN(
            "Tidak ada anggota dengan nomor atau alamat ini.", "There is no member with this number or address."),
    MEMBERS_DIFFER(
            "Kolom-kolom baris ini menyebut anggota yang berbeda.", "The columns of this row name different members.");

    private final LocalText reason;

    ListRefusal(String indonesian, String english) {
        this.reason = LocalText.of(indonesian, english);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
