package id.setia.posting;

import id.setia.kernel.LocalText;
import java.util.Locale;

/** A limit on speed, by what it counts in one day. */
public enum VelocityLimit {
    MEMBER_PURCHASES("Lebih banyak belanja dari biasanya dalam sehari", "More purchases than usual in one day"),
    MEMBER_POINTS("Lebih banyak poin dari biasanya dalam sehari", "More points than usual in one day"),
    CARD_PURCHASES("Kartu yang sama sering dipakai dalam sehari", "The same card was used often in one day"),
    CASHIER_PURCHASES("Sering belanja di kasir yang sama dalam sehari", "Many purchases at the same till in one day"),
    CASHIER_ATTACHMENTS("Struk ditambahkan setelah pembayaran", "The receipt was added after the payment"),
    TERMINAL_ATTACHMENTS("Struk ditambahkan setelah pembayaran", "The receipt was added after the payment");

    private final LocalText text;

    VelocityLimit(String indonesian, String english) {
        this.text = LocalText.of(indonesian, english);
    }

    /** As members read it, without a word of suspicion. */
    public LocalText text() {
        return text;
    }

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static VelocityLimit of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
