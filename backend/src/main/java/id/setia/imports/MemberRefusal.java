package id.setia.imports;

import id.setia.kernel.LocalText;

/** Why a row of a file of members was not taken at all. */
enum MemberRefusal implements Refusal {
    COLUMNS_DIFFER(Refusal.OTHER_COLUMNS),
    QUOTE_UNCLOSED(Refusal.OPEN_QUOTE),
    MEMBER_NUMBER_MISSING("Nomor anggota kosong.", "There is no member number."),
    VALUE_TOO_LONG("Salah satu nilai terlalu panjang.", "One of the values is too long."),
    NAME_UNPRINTABLE("Nama memuat karakter yang tidak dapat dicetak.", "The name has characters that cannot be printed."),
    PHONE_MALFORMED(
            "Nomor HP tidak terbaca; tulis seperti 0812-3456-7890 atau +62 812 3456 7890.",
            "The phone number is not readable; write 0812-3456-7890 or +62 812 3456 7890."),
    EMAIL_MALFORMED("Alamat surel tidak terbaca.", "The e-mail address is not readable."),
    DATE_MALFORMED("Tanggal tidak terbaca; tulis seperti 2026-11-22.", "A date is not readable; write 2026-11-22."),
    BIRTH_DATE_OUT_OF_RANGE(
            "Tanggal lahir sebelum 1900 atau belum lewat.", "The date of birth is before 1900 or not in the past."),
    JOIN_DATE_OUT_OF_RANGE(
            "Tanggal bergabung sebelum 1900 atau belum tiba.", "The joining date is before 1900 or in the future."),
    LANGUAGE_UNKNOWN("Bahasa harus id atau en.", "The language is neither id nor en."),
    TIER_UNKNOWN("Tidak ada tingkat dengan kode atau nama ini.", "There is no tier of this code or name."),
    TIER_UNTIL_MISSING(
            "Tingkat ini memerlukan tanggal berakhir di kolom tier_until.",
            "This tier needs the day it ends, in the column tier_until."),
    OPENING_MALFORMED(
            "Saldo awal tidak terbaca; tulis seperti 1500@2026-12-31;300@.",
            "The opening balance is not readable; write 1500@2026-12-31;300@."),
    CONSENT_MALFORMED(
            "Persetujuan tidak terbaca; tulis seperti marketing_email=yes@2024-05-01.",
            "A consent is not readable; write marketing_email=yes@2024-05-01."),
    NUMBER_REPEATED(
            "Nomor anggota ini sudah ada di baris sebelumnya.", "An earlier row of the file has this member number."),
    CARD_REPEATED(
            "Nomor kartu ini sudah ada di baris sebelumnya untuk anggota lain.",
            "An earlier row of the file has this card for another member."),
    CONTENT_DIFFERS(
            "Anggota ini sudah diimpor dengan isi lain; tidak ada yang diubah.",
            "This member was imported before with other content; nothing was changed."),
    NUMBER_TAKEN("Nomor ini sudah milik anggota lain.", "The number belongs to another member."),
    CARD_TAKEN("Kartu ini sudah milik anggota lain.", "The card belongs to another member."),
    OPENING_GIVEN(
            "Saldo awal untuk nomor ini sudah pernah diberikan.", "The opening balance of this number was given before.");

    private final LocalText reason;

    MemberRefusal(LocalText reason) {
        this.reason = reason;
    }

    MemberRefusal(String indonesian, String english) {
        this(LocalText.of(indonesian, english));
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
