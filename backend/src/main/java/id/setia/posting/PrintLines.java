package id.setia.posting;

import id.setia.access.Deployment;
import id.setia.kernel.DateText;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.kernel.MoneyText;
import id.setia.members.FoundMember;
import id.setia.members.MemberState;
import id.setia.points.NextExpiry;
import id.setia.points.PointsSummary;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a till prints for the member, in the member's language: what moved, the balance, the way to the next tier and what
 * lapses soon. Made anew for every answer of the figures in it, and without any name.
 */
@Singleton
public class PrintLines {

    private final ProgramSettings settings;
    private final Deployment deployment;
    private final ReceiptCodes codes;

    PrintLines(ProgramSettings settings, Deployment deployment, ReceiptCodes codes) {
        this.settings = settings;
        this.deployment = deployment;
        this.codes = codes;
    }

    /** Of a purchase that is the member's. */
    List<String> purchase(PurchaseResponse answer, FoundMember member) {
        String language = member.language();
        Paper paper = new Paper().add(earned(answer.pointsEarned()).in(language));
        Optional.ofNullable(answer.pointsUsed())
                .ifPresent(used -> paper.add(LocalText.of(
                                count(used).id() + " dipakai membayar.", count(used).en() + " paid a part of it.")
                        .in(language)));
        Optional.ofNullable(answer.pointsPending())
                .filter(pending -> pending > 0)
                .ifPresent(pending -> paper.add(LocalText.of(
                                "Poinnya menunggu pemeriksaan, belum dapat dipakai.",
                                "The points wait for a check and cannot be used yet.")
                        .in(language)));
        Optional.ofNullable(answer.points()).ifPresent(points -> balance(paper, points, language));
        Optional.ofNullable(answer.standing())
                .flatMap(standing -> Optional.ofNullable(standing.next()))
                .ifPresent(next -> paper.add(next.text().in(language) + "."));
        Optional.ofNullable(answer.points())
                .flatMap(points -> Optional.ofNullable(points.nextExpiry()))
                .ifPresent(expiry -> paper.add(lapsing(expiry).in(language)));
        claim(paper, member.state(), language);
        return paper.lines();
    }

    /** Of a purchase that is nobody's and may be claimed by its code. */
    List<String> unattached(ReceiptCode code, Instant until, long worth) {
        Program program = settings.current();
        LocalText last = DateText.day(program.dateOf(until.minusMillis(1)));
        Paper paper = new Paper();
        if (worth > 0) {
            paper.add("Belanja ini bernilai " + count(worth).id() + ".");
        }
        return paper.add("Pindai QR untuk menyimpannya di " + program.name() + ", atau buka:")
                .add(bare(codes.url(code)))
                .add("Sampai " + last.id() + ".")
                .lines();
    }

    /** Of a refund that touched purchases of one member. */
    List<String> refund(RefundResponse answer, FoundMember member) {
        String language = member.language();
        Paper paper = new Paper();
        if (answer.pointsGivenBack() > 0) {
            paper.add(LocalText.of(
                            "Retur: " + count(answer.pointsGivenBack()).id() + " pembayaran dikembalikan.",
                            "Refund: " + count(answer.pointsGivenBack()).en() + " that had paid given back.")
                    .in(language));
        }
        paper.add(LocalText.of(
                        "Retur: " + count(answer.pointsTakenBack()).id() + " diambil kembali.",
                        "Refund: " + count(answer.pointsTakenBack()).en() + " taken back.")
                .in(language));
        Optional.ofNullable(answer.points()).ifPresent(points -> balance(paper, points, language));
        return paper.lines();
    }

    /**
     * Of an enrolment at the till.
     *
     * @param card its number, where the till may know it
     */
    public List<String> enrolment(MemberState state, String language, Optional<String> card, long available) {
        Program program = settings.current();
        Paper paper = new Paper()
                .add(LocalText.of("Selamat datang di " + program.name() + "!", "Welcome to " + program.name() + "!")
                        .in(language));
        card.ifPresent(number -> paper.add(LocalText.of("Kartu", "Card").in(language)
                + " " + number.replaceAll("(.{4})(?=.)", "$1" + MoneyText.TIE)));
        paper.add(LocalText.of("Saldo: " + count(available).id() + ".", "Balance: " + count(available).en() + ".")
                .in(language));
        claim(paper, state, language);
        return paper.lines();
    }

    private static LocalText earned(long points) {
        return points == 0
                ? LocalText.of("Belanja ini tidak memberi poin.", "No points on this purchase.")
                : LocalText.of("+" + count(points).id() + " dari belanja ini.", "+" + count(points).en() + " on this purchase.");
    }

    private void balance(Paper paper, PointsSummary points, String language) {
        String worth = money(points.worth(), language);
        paper.add(LocalText.of(
                        "Saldo: " + count(points.available()).id() + " (" + worth + ").",
                        "Balance: " + count(points.available()).en() + " (" + worth + ").")
                .in(language));
        if (points.debt() < 0) {
            paper.add(LocalText.of(
                            count(-points.debt()).id() + " akan dipotong dari poin berikutnya.",
                            count(-points.debt()).en() + " will be taken off your next points.")
                    .in(language));
        }
    }

    private String money(Money money, String language) {
        String currency = settings.current().currency();
        return MoneyText.in(language, money.minor(currency, ""), currency);
    }

    private LocalText lapsing(NextExpiry expiry) {
        LocalText last = DateText.day(settings.current().dateOf(expiry.at().minusMillis(1)));
        return LocalText.of(
                count(expiry.points()).id() + " akan hangus pada " + last.id() + ".",
                count(expiry.points()).en() + " will expire on " + last.en() + ".");
    }

    private void claim(Paper paper, MemberState state, String language) {
        switch (state) {
            case UNCLAIMED -> paper.add(LocalText.of(
                                    "Aktifkan keanggotaan dengan nomor HP Anda:", "Activate your membership by phone:")
                            .in(language))
                    .add(bare(deployment.publicUrl() + "/claim"));
            case ACTIVE, FROZEN, CLOSED, MERGED, ERASED -> {}
        }
    }

    private static LocalText count(long points) {
        LocalText number = MoneyText.number(points);
        return LocalText.of(
                number.id() + MoneyText.TIE + "poin",
                number.en() + MoneyText.TIE + (points == 1 ? "point" : "points"));
    }

    /** An address as people type it. */
    private static String bare(String url) {
        return url.replaceFirst("^https?://", "");
    }
}
