package id.setia.imports;

import id.setia.kernel.LocalText;

/** Why a row of a static list was not taken. */
enum ListRefusal implements Refusal {
    QUOTE_UNCLOSED(Refusal.OPEN_QUOTE),
    MEMBER_UNKNOWN(
            "Tidak ada anggota dengan nomor atau alamat ini.", "There is no member with this number or address."),
    MEMBERS_DIFFER(
            "Kolom-kolom baris ini menyebut anggota yang berbeda.", "The columns of this row name different members.");

    private final LocalText reason;

    ListRefusal(LocalText reason) {
        this.reason = reason;
    }

    ListRefusal(String indonesian, String english) {
        this(LocalText.of(indonesian, english));
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
