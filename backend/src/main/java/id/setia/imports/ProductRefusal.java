package id.setia.imports;

import id.setia.kernel.LocalText;

/** Why a row of products was not taken. */
enum ProductRefusal implements Refusal {
    COLUMNS_DIFFER(Refusal.OTHER_COLUMNS),
    QUOTE_UNCLOSED(Refusal.OPEN_QUOTE),
    SKU_MISSING("SKU kosong.", "There is no SKU."),
    SKU_REPEATED("SKU ini sudah ada di baris sebelumnya.", "An earlier row has this SKU."),
    VALUE_TOO_LONG("Salah satu nilai terlalu panjang.", "One of the values is too long."),
    VALUE_UNPRINTABLE("Ada karakter yang tidak dapat ditampilkan.", "There are characters that cannot be shown."),
    NAME_EMPTIED("Nama tidak dapat dikosongkan.", "The name cannot be emptied."),
    EARNS_UNKNOWN("Kolom earns harus ya atau tidak (yes atau no).", "The column earns must be yes or no.");

    private final LocalText reason;

    ProductRefusal(LocalText reason) {
        this.reason = reason;
    }

    ProductRefusal(String indonesian, String english) {
        this(LocalText.of(indonesian, english));
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
