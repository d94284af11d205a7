package id.setia.earning;

import id.setia.kernel.DateText;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells what a rule says in one sentence, in both languages. */
@Singleton
public class RuleSentences {

    private static final Locale INDONESIAN = Locale.of("id");

    private final ProgramSettings settings;
    private final TierLadder ladder;
    private final ConditionSentences conditions;

    RuleSentences(ProgramSettings settings, TierLadder ladder, ConditionSentences conditions) {
        this.settings = settings;
        this.ladder = ladder;
        this.conditions = conditions;
    }

    /** What the rule gives, for what and to whom: {@code 2× poin untuk kategori Kopi, Sabtu–Minggu}. */
    public LocalText of(RuleDefinition definition) {
        return joined(toMembers(definition), PolicySentences.ofProgramme(definition));
    }

    /** The same without budget and group, which are nobody's business but the programme's. */
    LocalText toMembers(RuleDefinition definition) {
        return joined(
                effect(definition),
                minimum(definition),
                categories(definition.conditions().categories()),
                conditions.goods(definition.conditions().ofGoods()),
                tiers(definition.conditions().tiers()),
                weekdays(definition.conditions().weekdays()),
                conditions.others(definition.conditions()),
                ConditionSentences.caps(definition.ofCaps()),
                PolicySentences.ofPoints(definition));
    }

    /** The same with the days on which it begins, where that is still to come, and ends. */
    LocalText of(RuleDefinition definition, Instant from, Optional<Instant> until, Instant now) {
        Program program = settings.current();
        LocalText begins = from.isAfter(now)
                ? date(program.dateOf(from), now, ", mulai ", ", from ")
                : LocalText.of("", "");
        LocalText ends = until.map(end -> date(program.dateOf(end.minusMillis(1)), now, ", sampai ", ", until "))
                .orElse(LocalText.of("", ""));
        return joined(of(definition), begins, ends);
    }

    private LocalText effect(RuleDefinition definition) {
        return switch (definition.effect()) {
            case Effect.PerAmount amount -> {
                LocalText per = MoneyText.of(amount.per(), settings.current().currency());
                LocalText points = points(amount.points());
                yield LocalText.of(
                        points.id() + " tiap " + per.id() + " belanja", points.en() + " for every " + per.en() + " spent");
            }
            case Effect.Multiplier multiplier -> {
                LocalText factor = factor(multiplier.factor());
                yield LocalText.of(factor.id() + " poin", factor.en() + " points");
            }
            case Effect.Bonus bonus -> {
                LocalText points = points(bonus.points());
                yield bonus(definition, points);
            }
            case Effect.PerPiece piece -> {
                LocalText points = points(piece.points());
                yield LocalText.of(points.id() + " tiap barang", points.en() + " for every piece");
            }
        };
    }

    /** A fixed number of points and what it is for. */
    static LocalText bonus(RuleDefinition definition, LocalText points) {
        return switch (definition.trigger()) {
            case PURCHASE -> LocalText.of(
                    "Bonus " + points.id() + " tiap belanja", points.en() + " extra with every purchase");
            case JOIN -> LocalText.of(points.id() + " saat bergabung", points.en() + " for joining");
            case PROFILE_COMPLETED -> LocalText.of(
                    points.id() + " saat profil lengkap", points.en() + " for a complete profile");
            case REFERRER -> LocalText.of(
                    points.id() + " untuk tiap teman yang diajak, setelah belanja pertamanya",
                    points.en() + " for each friend invited, after their first purchase");
            case REFERRED -> LocalText.of(
                    points.id() + " bagi yang diajak teman, setelah belanja pertama",
                    points.en() + " for joining through a friend, after the first purchase");
            case BIRTHDAY -> LocalText.of(
                    points.id() + " saat ulang tahun", points.en() + " on the member's birthday");
            case CUSTOM -> custom(definition.event(), points);
        };
    }

    private static LocalText custom(EventCondition event, LocalText points) {
        return switch (event.limit()) {
            case EACH_TIME -> LocalText.of(
                    points.id() + " tiap kali " + event.code(), points.en() + " each time for " + event.code());
            case ONCE_A_DAY -> LocalText.of(
                    points.id() + " untuk " + event.code() + ", sekali sehari",
                    points.en() + " for " + event.code() + ", once a day");
            case ONCE -> LocalText.of(
                    points.id() + " untuk " + event.code() + ", sekali saja",
                    points.en() + " for " + event.code() + ", once");
        };
    }

    private LocalText minimum(RuleDefinition definition) {
        long least = definition.conditions().minimum();
        if (least == 0) {
            return LocalText.of("", "");
        }
        LocalText money = MoneyText.of(least, settings.current().currency());
        boolean named = definition.effect() instanceof Effect.Bonus;
        return LocalText.of(
                (named ? " mulai " : " untuk belanja mulai ") + money.id(),
                (named ? " of " : " for purchases of ") + money.en() + " or more");
    }

    private static LocalText categories(Set<String> categories) {
        if (categories.isEmpty()) {
            return LocalText.of("", "");
        }
        List<String> names = categories.stream().sorted().map(name -> name.replace(" > ", " › ")).toList();
        return LocalText.of(
                " untuk kategori " + listed(names, "dan"),
                (names.size() == 1 ? " on the category " : " on the categories ") + listed(names, "and"));
    }

    private LocalText tiers(Set<String> codes) {
        if (codes.isEmpty()) {
            return LocalText.of("", "");
        }
        List<LocalText> names = codes.stream()
                .flatMap(code -> ladder.current().known(code).stream())
                .sorted(Comparator.comparingInt(Tier::rank).thenComparing(Tier::code))
                .map(Tier::name)
                .toList();
        return LocalText.of(
                ", anggota " + listed(names.stream().map(LocalText::id).toList(), "dan"),
                ", for " + listed(names.stream().map(LocalText::en).toList(), "and") + " members");
    }

    private static LocalText weekdays(Set<DayOfWeek> days) {
        return days.isEmpty()
                ? LocalText.of("", "")
                : LocalText.of(", " + spans(days, INDONESIAN), ", " + spans(days, Locale.ENGLISH));
    }

    /** Days that follow each other as a span, {@code Senin–Jumat}. */
    private static String spans(Set<DayOfWeek> days, Locale locale) {
        List<String> spans = new ArrayList<>();
        for (int first = 1; first <= 7; first++) {
            int last = first;
            while (last <= 7 && days.contains(DayOfWeek.of(last))) {
                last++;
            }
            if (last > first) {
                String begins = name(first, locale);
                spans.add(last - first == 1 ? begins : begins + "–" + name(last - 1, locale));
                first = last;
            }
        }
        return String.join(", ", spans);
    }

    private static String name(int day, Locale locale) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, locale);
    }

    private LocalText date(LocalDate day, Instant now, String indonesian, String english) {
        LocalText text = DateText.day(day);
        int year = day.getYear();
        String suffix = year == settings.current().dateOf(now).getYear() ? "" : MoneyText.TIE + year;
        return LocalText.of(indonesian + text.id() + suffix, english + text.en() + suffix);
    }

    /** A number of points with its word. */
    static LocalText points(long points) {
        LocalText number = MoneyText.number(points);
        return LocalText.of(
                number.id() + MoneyText.TIE + "poin", number.en() + MoneyText.TIE + (points == 1 ? "point" : "points"));
    }

    private static LocalText factor(BigDecimal factor) {
        String plain = factor.stripTrailingZeros().toPlainString();
        return LocalText.of(plain.replace('.', ',') + "×", plain + "×");
    }

    private static String listed(Collection<String> names, String and) {
        List<String> all = List.copyOf(names);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " " + and + " " + all.getLast();
    }

    private static LocalText joined(LocalText... parts) {
        List<LocalText> all = List.of(parts);
        return LocalText.of(
                String.join("", all.stream().map(LocalText::id).toList()),
                String.join("", all.stream().map(LocalText::en).toList()));
    }
}
