package id.setia.earning;

import id.setia.kernel.DateText;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** Tells a rule's waiting, expiry, budget and group as parts of its sentence, each begun by a comma. */
final class PolicySentences {

    private static final int LEAP_YEAR = 2024;

    private PolicySentences() {}

    /** What members should know: when points become available, and when they lapse unless months say it. */
    static LocalText ofPoints(RuleDefinition definition) {
        List<LocalText> parts = new ArrayList<>();
        if (definition.waiting() != null) {
            parts.add(waiting(definition.waiting()));
        }
        if (definition.expiry() != null) {
            parts.add(expiry(definition.expiry()));
        }
        return Words.commas(parts);
    }

    /** What is the business of the programme alone: budget and group. */
    static LocalText ofProgramme(RuleDefinition definition) {
        List<LocalText> parts = new ArrayList<>();
        Long budget = definition.ofCaps().budget();
        if (budget != null) {
            LocalText points = RuleSentences.points(budget);
            parts.add(LocalText.of("anggaran " + points.id(), "with a budget of " + points.en()));
        }
        definition.group().ifPresent(group -> parts.add(LocalText.of(
                "tidak digabung dengan aturan lain di kelompok " + group,
                "not together with other rules of the group " + group)));
        return Words.commas(parts);
    }

    private static LocalText waiting(Waiting waiting) {
        if (waiting.confirmation()) {
            return LocalText.of(
                    "poin tersedia setelah belanja dikonfirmasi", "points available once the purchase is confirmed");
        }
        LocalText days = days(waiting.days());
        return LocalText.of("poin tersedia setelah " + days.id(), "points available after " + days.en());
    }

    private static LocalText expiry(ExpiryPolicy expiry) {
        return switch (expiry) {
            case ExpiryPolicy.Never never -> LocalText.of("poin tidak pernah hangus", "points never expire");
            case ExpiryPolicy.EndOfMonth end -> end.months() == 0
                    ? LocalText.of("poin hangus di akhir bulan", "points expire at the end of the month")
                    : LocalText.of(
                            "poin hangus di akhir bulan, " + months(end.months()).id() + " kemudian",
                            "points expire at the end of the month, " + months(end.months()).en() + " later");
            case ExpiryPolicy.MonthsAfter after -> LocalText.of(
                    "poin hangus " + months(after.months()).id() + " setelah didapat",
                    "points expire " + months(after.months()).en() + " after they are earned");
            case ExpiryPolicy.FixedDate fixed -> fixed(fixed);
            case ExpiryPolicy.Inactivity inactivity -> LocalText.of(
                    "poin hangus setelah " + months(inactivity.months()).id() + " tanpa kegiatan",
                    "points expire after " + months(inactivity.months()).en() + " without activity");
        };
    }

    private static LocalText fixed(ExpiryPolicy.FixedDate fixed) {
        LocalText day = DateText.day(MonthDay.of(fixed.month(), fixed.day()).atYear(LEAP_YEAR));
        LocalText least = days(fixed.leastDays());
        return fixed.leastDays() == 0
                ? LocalText.of("poin hangus setelah " + day.id(), "points expire after " + day.en())
                : LocalText.of(
                        "poin hangus setelah " + day.id() + " (paling cepat " + least.id() + " sejak didapat)",
                        "points expire after " + day.en() + " (no sooner than " + least.en() + " after they are earned)");
    }

    private static LocalText days(int days) {
        return counted(days, "hari", days == 1 ? "day" : "days");
    }

    private static LocalText months(int months) {
        return counted(months, "bulan", months == 1 ? "month" : "months");
    }

    private static LocalText counted(int count, String indonesian, String english) {
        LocalText number = MoneyText.number(count);
        return LocalText.of(number.id() + MoneyText.TIE + indonesian, number.en() + MoneyText.TIE + english);
    }
}
