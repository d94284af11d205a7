package id.setia.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.setia.kernel.LocalText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A figure, what it is called and exactly what it says. */
@Serdeable
@Schema(description = "A figure of the program.")
public enum Figure {
    @JsonProperty("active_members")
    ACTIVE_MEMBERS(FigureUnit.MEMBERS, true, "Anggota aktif", "Active members",
            "Anggota yang berbelanja dalam 30 hari sampai akhir periode. Pembelian yang diretur seluruhnya tidak dihitung.",
            "Members who bought in the 30 days up to the period's end. Purchases taken back whole do not count."),
    @JsonProperty("active_members_90")
    ACTIVE_MEMBERS_90(FigureUnit.MEMBERS, true, "Anggota aktif 90 hari", "Active members, 90 days",
            "Anggota yang berbelanja dalam 90 hari sampai akhir periode. Pembelian yang diretur seluruhnya tidak dihitung.",
            "Members who bought in the 90 days up to the period's end. Purchases taken back whole do not count."),
    @JsonProperty("new_members")
    NEW_MEMBERS(FigureUnit.MEMBERS, true, "Anggota baru", "New members",
            "Orang yang bergabung dalam periode ini, lewat kasir, portal, atau impor. Keanggotaan yang digabungkan ke yang lain tidak dihitung.",
            "People who joined in the period, at a till, in the portal or by import. A membership merged into another does not count."),
    @JsonProperty("sales")
    SALES(FigureUnit.MONEY, true, "Penjualan", "Sales",
            "Nilai semua pembelian pada tanggal belanjanya, anggota dan bukan, dikurangi retur kapan pun terjadinya.",
            "What all purchases came to on the day of buying, members' and others', less what was given back, whenever it was."),
    @JsonProperty("member_sales")
    MEMBER_SALES(FigureUnit.MONEY, true, "Penjualan ke anggota", "Sales to members",
            "Bagian penjualan yang tercatat atas nama anggota.",
            "The part of sales that is recorded for a member."),
    @JsonProperty("member_share")
    MEMBER_SHARE(FigureUnit.SHARE, true, "Porsi penjualan anggota", "Members’ share of sales",
            "Penjualan ke anggota dibagi semua penjualan dalam periode ini.",
            "Sales to members over all sales in the period."),
    @JsonProperty("points_earned")
    POINTS_EARNED(FigureUnit.POINTS, true, "Poin diberikan", "Points earned",
            "Poin yang diberikan pada tanggal kejadiannya, dikurangi yang ditarik kembali karena retur atau koreksi. Saldo pindahan dari sistem lama tidak termasuk.",
            "Points given on the day it happened, less those taken back by refunds or corrections. Balances brought over from another system are not among them."),
    @JsonProperty("points_spent")
    POINTS_SPENT(FigureUnit.POINTS, true, "Poin dipakai", "Points spent",
            "Poin yang dipakai untuk hadiah atau pembayaran, dikurangi yang dikembalikan.",
            "Points used for rewards or as payment, less those given back."),
    @JsonProperty("points_expired")
    POINTS_EXPIRED(FigureUnit.POINTS, true, "Poin hangus", "Points expired",
            "Poin yang hangus karena tanggalnya lewat, dikurangi yang dihidupkan lagi.",
            "Points that lapsed when their date passed, less those that came back."),
    @JsonProperty("redemption_rate")
    REDEMPTION_RATE(FigureUnit.SHARE, true, "Tingkat penukaran", "Redemption rate",
            "Poin yang dipakai dibagi poin yang diberikan dalam periode yang sama.",
            "Points spent over points earned in the same period."),
    @JsonProperty("points_outstanding")
    POINTS_OUTSTANDING(FigureUnit.POINTS, false, "Poin beredar", "Points outstanding",
            "Semua poin anggota pada akhir periode: yang bisa dipakai, yang menunggu, dan yang ditahan, dikurangi utang poin.",
            "All points members had at the period's end: available, pending and held, less what they owe."),
    @JsonProperty("liability")
    LIABILITY(FigureUnit.MONEY, false, "Kewajiban poin", "Liability",
            "Poin beredar pada akhir periode dikalikan nilai akuntansi poin pada hari itu.",
            "Points outstanding at the period's end at what a point counted for in the books on that day."),
    @JsonProperty("expected_breakage")
    EXPECTED_BREAKAGE(FigureUnit.MONEY, false, "Perkiraan poin hangus", "Expected breakage",
            "Nilai poin beredar yang diperkirakan hangus tanpa dipakai, menurut riwayat poin yang tanggalnya sudah lewat. Dihitung setiap jam.",
            "What those outstanding points count for that are expected to lapse unspent, by the history of points whose date has passed. Reckoned every hour.");

    private final FigureUnit unit;
    private final boolean listed;
    private final LocalText words;
    private final LocalText definition;

    Figure(FigureUnit unit, boolean listed, String nameId, String nameEn, String definitionId, String definitionEn) {
        this.unit = unit;
        this.listed = listed;
        this.words = LocalText.of(nameId, nameEn);
        this.definition = LocalText.of(definitionId, definitionEn);
    }

    FigureUnit unit() {
        return unit;
    }

    /** Whether there are rows to see behind it. */
    boolean isListed() {
        return listed;
    }

    LocalText words() {
        return words;
    }

    LocalText definition() {
        return definition;
    }

    /** As it stands in requests and answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Figure> read(String code) {
        return Arrays.stream(values()).filter(figure -> figure.code().equals(code)).findFirst();
    }
}
