package id.setia.tiers;

import id.setia.kernel.DateText;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The sentences of a standing.
 *
 * @param unit what averages are rounded down to, in smallest units
 * @param points what points are called
 */
record StandingTexts(String currency, long unit, LocalText points) {

    LocalText joined(Tier tier) {
        return LocalText.of(
                tier.name().id() + " adalah tingkat awal setiap anggota.",
                "Every member starts at " + tier.name().en() + ".");
    }

    /** A tier of another system, to be looked at again at the next evaluation. */
    LocalText broughtOver(Tier tier) {
        return LocalText.of(
                tier.name().id() + " dibawa dari program sebelumnya.",
                tier.name().en() + " was brought over from the programme before.");
    }

    LocalText broughtOver(Tier tier, LocalDate lastDay) {
        LocalText until = DateText.date(lastDay);
        return LocalText.of(
                tier.name().id() + " dibawa dari program sebelumnya dan berlaku setidaknya sampai " + until.id() + ".",
                tier.name().en() + " was brought over from the programme before and holds at least until " + until.en()
                        + ".");
    }

    /** A tier that staff gave. */
    LocalText granted(Tier tier, LocalDate lastDay) {
        LocalText until = DateText.date(lastDay);
        return LocalText.of(
                tier.name().id() + " diberikan sampai " + until.id() + ".",
                tier.name().en() + " was given to you until " + until.en() + ".");
    }

    /** The same once its time is over and no run has come yet. */
    LocalText granted(Tier tier) {
        return LocalText.of(
                tier.name().id() + " diberikan; penilaian berikutnya menentukan kelanjutannya.",
                tier.name().en() + " was given to you; the next evaluation decides whether it stays.");
    }

    /** A tier that a merged membership had. */
    LocalText merged(Tier tier) {
        return LocalText.of(
                tier.name().id() + " dibawa dari keanggotaan Anda yang lain, yang digabung ke sini.",
                tier.name().en() + " came from your other membership, which was merged into this one.");
    }

    LocalText held(Tier tier, LocalDate lastDay) {
        LocalText until = DateText.date(lastDay);
        return LocalText.of(
                tier.name().id() + " Anda berlaku setidaknya sampai " + until.id(),
                "Your " + tier.name().en() + " holds at least until " + until.en());
    }

    LocalText reached(TierFigure figure, long threshold, Tier tier) {
        LocalText done = done(figure);
        LocalText start = amount(figure.metric(), threshold);
        return LocalText.of(
                done.id() + "; " + tier.name().id() + " mulai dari " + start.id() + ".",
                done.en() + "; " + tier.name().en() + " starts at " + start.en() + ".");
    }

    /** What a run saw, where it gave no more than what is left. */
    LocalText decided(TierFigure figure) {
        LocalText done = done(figure);
        return LocalText.of(done.id() + ".", done.en() + ".");
    }

    LocalText reachedLate(TierFigure figure, long threshold, Tier tier) {
        LocalText reached = reached(figure, threshold, tier);
        return LocalText.of(
                reached.id() + " Pembelian yang baru tercatat ikut dihitung.",
                reached.en() + " Purchases recorded late are counted.");
    }

    /** Below the tier, which does not go yet. */
    LocalText inGrace(TierFigure figure, Tier tier, LocalDate lastDay) {
        LocalText done = done(figure);
        LocalText until = DateText.date(lastDay);
        return LocalText.of(
                done.id() + "; " + tier.name().id() + " masih berlaku sampai " + until.id() + ".",
                done.en() + "; " + tier.name().en() + " still holds until " + until.en() + ".");
    }

    /** Two tiers or more were lost at once, and one is taken at a time. */
    LocalText softLanding(TierFigure figure, Tier tier) {
        LocalText done = done(figure);
        return LocalText.of(
                done.id() + "; turun paling banyak satu tingkat setiap penilaian, jadi sekarang " + tier.name().id() + ".",
                done.en() + "; one evaluation takes one tier at most, so you are " + tier.name().en() + " now.");
    }

    LocalText removed(Tier tier, LocalDate run) {
        LocalText day = DateText.date(run);
        return LocalText.of(
                tier.name().id() + " tidak ada lagi; tingkat Anda ditetapkan kembali pada " + day.id() + ".",
                tier.name().en() + " is no more; your tier is set anew on " + day.en() + ".");
    }

    /** The window has changed since, by a refund or by a run that has not come yet. */
    LocalText decidedBefore(Tier tier, StandingReason reason) {
        LocalText done = done(reason.figure());
        return LocalText.of(
                done.id() + " saat " + tier.name().id() + " ditetapkan; perubahan sesudahnya dihitung pada penilaian"
                        + " berikutnya.",
                done.en() + " when " + tier.name().en() + " was given; what changed since counts at the next"
                        + " evaluation.");
    }

    LocalText toReach(TierMetric metric, long missing, LocalDate by, Tier tier) {
        LocalText todo = todo(metric, missing, by);
        return LocalText.of(
                todo.id() + " untuk naik ke " + tier.name().id(), todo.en() + " to reach " + tier.name().en());
    }

    LocalText toKeep(TierMetric metric, long missing, LocalDate by, Tier tier) {
        LocalText todo = todo(metric, missing, by);
        return LocalText.of(
                todo.id() + " untuk tetap " + tier.name().id(), todo.en() + " to stay " + tier.name().en());
    }

    /** Enough is there, and the tier comes with the time one has to belong. */
    LocalText waiting(Tier tier, LocalDate from) {
        LocalText day = DateText.date(from);
        return LocalText.of(
                tier.name().id() + " sudah tercapai dan berlaku mulai " + day.id(),
                "You have reached " + tier.name().en() + ", which takes effect on " + day.en());
    }

    LocalText kept(TierMetric metric, YearMonth month, Tier tier) {
        LocalText name = DateText.month(month);
        LocalText enough = enough(metric);
        return LocalText.of(
                enough.id() + " untuk tetap " + tier.name().id() + " pada " + name.id(),
                enough.en() + " to stay " + tier.name().en() + " in " + name.en());
    }

    /** The same for a year that is not over. */
    LocalText keptUntil(TierMetric metric, LocalDate lastDay, Tier tier) {
        LocalText day = DateText.date(lastDay);
        LocalText enough = enough(metric);
        return LocalText.of(
                enough.id() + " untuk tetap " + tier.name().id() + " sampai " + day.id(),
                enough.en() + " to stay " + tier.name().en() + " until " + day.en());
    }

    private static LocalText enough(TierMetric metric) {
        return switch (metric) {
            case AVERAGE_SPEND, SPEND -> LocalText.of("Belanja Anda sudah cukup", "You have spent enough");
            case POINTS -> LocalText.of("Poin Anda sudah cukup", "You have earned enough");
            case VISITS -> LocalText.of("Kunjungan Anda sudah cukup", "You have shopped often enough");
        };
    }

    private LocalText todo(TierMetric metric, long missing, LocalDate by) {
        LocalText day = DateText.day(by);
        LocalText much = amount(metric, missing);
        return switch (metric) {
            case AVERAGE_SPEND, SPEND -> LocalText.of(
                    "Belanja " + much.id() + " lagi sampai " + day.id(), "Spend " + much.en() + " more by " + day.en());
            case POINTS -> LocalText.of(
                    "Kumpulkan " + much.id() + " lagi sampai " + day.id(), "Earn " + much.en() + " more by " + day.en());
            case VISITS -> LocalText.of(
                    "Belanja " + MoneyText.number(missing).id() + MoneyText.TIE + "kali lagi sampai " + day.id(),
                    "Shop " + MoneyText.number(missing).en() + MoneyText.TIE + (missing == 1 ? "more time by " : "more times by ")
                            + day.en());
        };
    }

    private LocalText done(TierFigure figure) {
        LocalText when = when(figure.first(), figure.last());
        LocalText much = figure.metric().isAverage()
                ? MoneyText.of(figure.value() - Math.floorMod(figure.value(), unit), currency)
                : amount(figure.metric(), figure.value());
        return switch (figure.metric()) {
            case AVERAGE_SPEND -> LocalText.of(
                    "Rata-rata belanja Anda " + much.id() + " per bulan" + when.id(),
                    "You spent " + much.en() + " a month on average" + when.en());
            case SPEND -> LocalText.of("Belanja Anda " + much.id() + when.id(), "You spent " + much.en() + when.en());
            case POINTS -> LocalText.of(
                    "Anda mengumpulkan " + much.id() + when.id(), "You earned " + much.en() + when.en());
            case VISITS -> LocalText.of(
                    "Anda belanja " + MoneyText.number(figure.value()).id() + MoneyText.TIE + "kali" + when.id(),
                    "You shopped " + MoneyText.number(figure.value()).en() + MoneyText.TIE
                            + (figure.value() == 1 ? "time" : "times") + when.en());
        };
    }

    private static LocalText when(YearMonth first, YearMonth last) {
        LocalText from = DateText.month(first);
        LocalText until = DateText.month(last);
        return first.equals(last)
                ? LocalText.of(" pada " + from.id(), " in " + from.en())
                : LocalText.of(" dari " + from.id() + " sampai " + until.id(), " from " + from.en() + " to " + until.en());
    }

    private LocalText amount(TierMetric metric, long value) {
        LocalText number = MoneyText.number(value);
        return switch (metric) {
            case AVERAGE_SPEND, SPEND -> MoneyText.of(value, currency);
            case POINTS -> LocalText.of(
                    number.id() + MoneyText.TIE + points.id(), number.en() + MoneyText.TIE + points.en());
            case VISITS -> LocalText.of(
                    number.id() + MoneyText.TIE + "kali belanja",
                    number.en() + MoneyText.TIE + (value == 1 ? "visit" : "visits"));
        };
    }
}
