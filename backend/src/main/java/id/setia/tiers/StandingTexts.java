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
 */
record StandingTexts(String currency, long unit) {

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

    LocalText reached(TierEvaluation evaluation, Tier tier) {
        LocalText average = average(evaluation.average(), evaluation.firstMonth(), evaluation.lastMonth());
        LocalText threshold = MoneyText.of(tier.threshold(), currency);
        return LocalText.of(
                average.id() + "; " + tier.name().id() + " mulai dari " + threshold.id() + ".",
                average.en() + "; " + tier.name().en() + " starts at " + threshold.en() + ".");
    }

    LocalText reachedLate(TierEvaluation evaluation, Tier tier) {
        LocalText reached = reached(evaluation, tier);
        return LocalText.of(
                reached.id() + " Pembelian yang baru tercatat ikut dihitung.",
                reached.en() + " Purchases recorded late are counted.");
    }

    LocalText below(TierEvaluation evaluation, Tier above) {
        return reached(evaluation, above);
    }

    /** The window has changed since, by a refund or by a run that has not come yet. */
    LocalText decidedBefore(Tier tier, StandingReason reason) {
        LocalText average =
                average(reason.average(), YearMonth.parse(reason.firstMonth()), YearMonth.parse(reason.lastMonth()));
        return LocalText.of(
                average.id() + " saat " + tier.name().id() + " ditetapkan; perubahan sesudahnya dihitung pada penilaian"
                        + " berikutnya.",
                average.en() + " when " + tier.name().en() + " was given; what changed since counts at the next"
                        + " evaluation.");
    }

    LocalText toReach(long missing, LocalDate by, Tier tier) {
        LocalText money = MoneyText.of(missing, currency);
        LocalText day = DateText.day(by);
        return LocalText.of(
                "Belanja " + money.id() + " lagi sampai " + day.id() + " untuk naik ke " + tier.name().id(),
                "Spend " + money.en() + " more by " + day.en() + " to reach " + tier.name().en());
    }

    LocalText toKeep(long missing, LocalDate by, Tier tier) {
        LocalText money = MoneyText.of(missing, currency);
        LocalText day = DateText.day(by);
        return LocalText.of(
                "Belanja " + money.id() + " lagi sampai " + day.id() + " untuk tetap " + tier.name().id(),
                "Spend " + money.en() + " more by " + day.en() + " to stay " + tier.name().en());
    }

    LocalText kept(YearMonth month, Tier tier) {
        LocalText name = DateText.month(month);
        return LocalText.of(
                "Belanja Anda sudah cukup untuk tetap " + tier.name().id() + " pada " + name.id(),
                "You have spent enough to stay " + tier.name().en() + " in " + name.en());
    }

    private LocalText average(long average, YearMonth first, YearMonth last) {
        LocalText money = MoneyText.of(average - Math.floorMod(average, unit), currency);
        LocalText from = DateText.month(first);
        LocalText until = DateText.month(last);
        return LocalText.of(
                "Rata-rata belanja Anda " + money.id() + " per bulan dari " + from.id() + " sampai " + until.id(),
                "You spent " + money.en() + " a month on average from " + from.en() + " to " + until.en());
    }
}
