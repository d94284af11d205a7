package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Why somebody put something right by hand. */
@Serdeable
public enum CorrectionReason {
    @JsonProperty("card_forgotten")
    CARD_FORGOTTEN("Kartu lupa ditunjukkan", "Card was not shown"),
    @JsonProperty("wrong_member")
    WRONG_MEMBER("Tercatat untuk anggota yang salah", "Recorded for the wrong member"),
    @JsonProperty("goodwill")
    GOODWILL("Tanda maaf dari kami", "With our apologies"),
    @JsonProperty("correction")
    CORRECTION("Perbaikan perhitungan", "Correction of a mistake"),
    @JsonProperty("campaign_error")
    CAMPAIGN_ERROR("Perbaikan promo", "Correction of a promotion"),
    @JsonProperty("misuse")
    MISUSE("Tidak sesuai ketentuan", "Against the terms"),
    @JsonProperty("member_request")
    MEMBER_REQUEST("Atas permintaan Anda", "At your request"),
    @JsonProperty("other")
    OTHER("Penyesuaian oleh petugas", "Adjusted by our staff");

    private final LocalText text;

    CorrectionReason(String indonesian, String english) {
        this.text = LocalText.of(indonesian, english);
    }

    /** As members read it. */
    public LocalText text() {
        return text;
    }

    /** As the column and the answers keep it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CorrectionReason of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
