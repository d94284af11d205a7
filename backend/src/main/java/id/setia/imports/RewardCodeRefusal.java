package id.setia.imports;

import id.setia.kernel.LocalText;

/** Why a row of codes was not taken. */
enum RewardCodeRefusal implements Refusal {
    CODE_MISSING("Kode kosong.", "There is no code."),
    QUOTE_UNCLOSED(Refusal.OPEN_QUOTE),
    CODE_MALFORMED(
            "Kode harus 4 sampai 100 huruf, angka, atau tanda tanpa spasi.",
            "A code has 4 to 100 letters, digits or signs, and no blanks."),
    CODE_REPEATED("Kode ini sudah ada di baris sebelumnya.", "An earlier row has this code."),
    CODE_OF_ANOTHER_REWARD("Kode ini milik hadiah lain.", "This code belongs to another reward.");

    private final LocalText reason;

    RewardCodeRefusal(LocalText reason) {
        this.reason = reason;
    }

    RewardCodeRefusal(String indonesian, String english) {
        this(LocalText.of(indonesian, english));
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
