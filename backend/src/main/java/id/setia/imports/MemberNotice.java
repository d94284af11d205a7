package id.setia.imports;

import id.setia.kernel.LocalText;

/** What of a row of a file of members was left out, although the member is taken. */
enum MemberNotice implements Refusal {
    PHONE_SHARED(
            "Anggota diimpor tanpa nomor HP: nomor ini ada di beberapa baris, dan tidak diberikan kepada siapa pun.",
            "The member is imported without the phone number: several rows have it, and none of them gets it."),
    PHONE_TAKEN(
            "Anggota diimpor tanpa nomor HP: nomor ini sudah milik anggota lain.",
            "The member is imported without the phone number: it belongs to another member."),
    EMAIL_SHARED(
            "Anggota diimpor tanpa surel: alamat ini ada di beberapa baris, dan tidak diberikan kepada siapa pun.",
            "The member is imported without the e-mail address: several rows have it, and none of them gets it."),
    EMAIL_TAKEN(
            "Anggota diimpor tanpa surel: alamat ini sudah milik anggota lain.",
            "The member is imported without the e-mail address: it belongs to another member."),
    POINTS_EXPIRED(
            "Anggota diimpor tanpa poin yang sudah hangus.", "The member is imported without the points that have expired."),
    TIER_ENDED(
            "Anggota diimpor tanpa tingkat yang sudah berakhir.", "The member is imported without the tier, which has ended.");

    private final LocalText reason;

    MemberNotice(String indonesian, String english) {
        this.reason = LocalText.of(indonesian, english);
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
