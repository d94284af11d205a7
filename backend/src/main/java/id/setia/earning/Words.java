package id.setia.earning;

import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.purchases.Channel;
import id.setia.purchases.TenderKind;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words that sentences about rules are made of, in both languages. */
final class Words {

    static final LocalText NOTHING = LocalText.of("", "");

    private Words() {}

    static LocalText of(Channel channel) {
        return switch (channel) {
            case STORE -> LocalText.of("di toko", "in store");
            case ONLINE -> LocalText.of("online", "online");
            case APP -> LocalText.of("lewat aplikasi", "in the app");
            case PHONE -> LocalText.of("lewat telepon", "by phone");
        };
    }

    static LocalText of(TenderKind payment) {
        return switch (payment) {
            case CASH -> LocalText.of("uang tunai", "cash");
            case CARD -> LocalText.of("kartu", "card");
            case E_WALLET -> LocalText.of("dompet digital", "e-wallet");
            case BANK_TRANSFER -> LocalText.of("transfer bank", "bank transfer");
            case POINTS -> LocalText.of("poin", "points");
            case VOUCHER -> LocalText.of("voucer", "voucher");
            case GIFT_CARD -> LocalText.of("kartu hadiah", "gift card");
            case OTHER -> LocalText.of("cara lain", "other means");
        };
    }

    static LocalText of(Birthday birthday) {
        return switch (birthday) {
            case DAY -> LocalText.of("pada hari ulang tahun", "on the birthday");
            case WEEK -> LocalText.of("pada minggu ulang tahun", "in the week of the birthday");
            case MONTH -> LocalText.of("pada bulan ulang tahun", "in the month of the birthday");
        };
    }

    /** {@code 22.00–02.00}, {@code 22:00–02:00}. */
    static LocalText of(List<Hours> hours) {
        return LocalText.of(
                spans(hours, " keesokan harinya").replace(':', '.'), spans(hours, " the next day"));
    }

    private static String spans(List<Hours> hours, String nextDay) {
        return hours.stream()
                .map(span -> span.from() + "–" + span.until() + (span.lastsADay() ? nextDay : ""))
                .collect(Collectors.joining(", "));
    }

    /** {@code paling banyak 100 poin sehari}. */
    static LocalText of(Cap cap) {
        LocalText often = switch (cap.period()) {
            case DAY -> LocalText.of("sehari", "a day");
            case WEEK -> LocalText.of("seminggu", "a week");
            case MONTH -> LocalText.of("sebulan", "a month");
            case YEAR -> LocalText.of("setahun", "a year");
            case EVER -> LocalText.of("selamanya", "ever");
        };
        LocalText much = switch (cap.unit()) {
            case POINTS -> RuleSentences.points(cap.most());
            case TIMES -> LocalText.of(
                    MoneyText.number(cap.most()).id() + MoneyText.TIE + "kali",
                    cap.most() == 1 ? "once" : MoneyText.number(cap.most()).en() + MoneyText.TIE + "times");
        };
        return LocalText.of("paling banyak " + much.id() + " " + often.id(), "at most " + much.en() + " " + often.en());
    }

    /** {@code paling banyak 500 poin tiap belanja}. */
    static LocalText perPurchase(long points) {
        LocalText much = RuleSentences.points(points);
        return LocalText.of("paling banyak " + much.id() + " tiap belanja", "at most " + much.en() + " a purchase");
    }

    /** {@code tanggal 1 dan 25}, {@code on day 1 and 25 of the month}. */
    static LocalText days(Collection<Integer> days) {
        List<String> sorted = days.stream().sorted().map(String::valueOf).toList();
        return LocalText.of(
                "tanggal " + listed(sorted, "dan"),
                (sorted.size() == 1 ? "on day " : "on days ") + listed(sorted, "and") + " of the month");
    }

    static <T> LocalText any(Collection<T> values, Function<T, LocalText> word) {
        List<LocalText> words = values.stream().map(word).toList();
        return LocalText.of(
                listed(words.stream().map(LocalText::id).toList(), "atau"),
                listed(words.stream().map(LocalText::en).toList(), "or"));
    }

    static String listed(Collection<String> names, String and) {
        List<String> all = List.copyOf(names);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " " + and + " " + all.getLast();
    }

    /** The parts that say anything, each begun by a comma. */
    static LocalText commas(List<LocalText> parts) {
        return joined(parts.stream()
                .filter(part -> !part.equals(NOTHING))
                .map(part -> LocalText.of(", " + part.id(), ", " + part.en()))
                .toList());
    }

    static LocalText joined(List<LocalText> parts) {
        return LocalText.of(
                parts.stream().map(LocalText::id).collect(Collectors.joining()),
                parts.stream().map(LocalText::en).collect(Collectors.joining()));
    }
}
