package id.setia.platform;

import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fits the values of an example to a server of its own: ids of things made for it, days moved to where today is, what must be unique made so. */
final class ExampleFitting {

    private static final LocalDate TODAY_OF_THE_EXAMPLES = LocalDate.of(2026, 11, 22);
    private static final Duration LATEST_TIME_OF_THE_EXAMPLES = Duration.ofHours(4);
    private static final Pattern ID = Pattern.compile("([a-z]{3})_[0-9a-z]{26}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");
    private static final Set<String> UNIQUE = Set.of("receiptNumber", "orderNumber", "version");
    private static final Set<String> CODED = Set.of(
            "createRule", "createRuleDraft", "changeRuleDraft", "createCalendar", "createPartner", "createStore", "createTerminal");
    private static final Set<String> OF_THE_MEMBER = Set.of("lookupMember", "signIn");

    private final Replays replays;
    private final TestShop shop;
    private final IdMaker ids;

    ExampleFitting(Replays replays) {
        this.replays = replays;
        this.shop = replays.context().getBean(TestShop.class);
        this.ids = replays.context().getBean(IdMaker.class);
    }

    /** The body of an example. */
    Object fitted(Object example, Replay replay) {
        return fitted(example, "", replay);
    }

    private Object fitted(Object value, String name, Replay replay) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, Object> fitted = new LinkedHashMap<>();
                object.forEach((field, part) -> fitted.put(String.valueOf(field), fitted(part, String.valueOf(field), replay)));
                yield fitted;
            }
            case List<?> list -> {
                List<Object> fitted = new ArrayList<>();
                list.forEach(part -> fitted.add(fitted(part, name, replay)));
                yield fitted;
            }
            case String text -> fitted(text, name, replay);
            default -> value;
        };
    }

    private Object fitted(String text, String name, Replay replay) {
        Matcher id = ID.matcher(text);
        if (id.matches()) {
            return standing(text, id.group(1), replay);
        }
        if (UNIQUE.contains(name)) {
            return TestTills.number();
        }
        if (name.equals("code") && CODED.contains(replay.id())) {
            return "r" + ids.next().toString().substring(26);
        }
        if (name.equals("email") || name.equals("contact") && text.contains("@")) {
            return OF_THE_MEMBER.contains(replay.id()) ? replay.member.email() : "r" + ids.next() + "@example.com";
        }
        if (name.equals("phone") || name.equals("contact")) {
            return TestTills.phone();
        }
        return name.equals("birthDate") ? text : moved(text);
    }

    /** The id of something that is there, of the kind with the prefix. */
    private String standing(String text, String prefix, Replay replay) {
        return switch (prefix) {
            case "mem" -> PublicId.MEMBER.format(replay.member.id());
            case "sto" -> PublicId.STORE.format(shop.store().id());
            case "par" -> PublicId.PARTNER.format(shop.store().partnerId());
            case "pur" -> replays.make("postPurchase", replay.member).text("purchaseId");
            case "rew" -> replays.published(replay);
            default -> {
                PublicId kind = Arrays.stream(PublicId.values()).filter(known -> known.prefix().equals(prefix)).findFirst().orElseThrow();
                yield replays.madeFor(parameter(kind), replay).orElse(text);
            }
        };
    }

    private static String parameter(PublicId kind) {
        if (kind == PublicId.RULE_DRAFT) {
            return "draftId";
        }
        String[] words = kind.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int index = 1; index < words.length; index++) {
            name.append(words[index].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[index].substring(1));
        }
        return name + "Id";
    }

    /** A day or a moment moved as {@link #moved} does; any other text as it is. */
    static String day(String text) {
        return MOMENT.matcher(text).matches() || DAY.matcher(text).matches() ? moved(text) : text;
    }

    /** A text with its days moved as far as today is from that of the examples; a day begins when the latest time of the examples has come. */
    static String moved(String text) {
        LocalDate today = LocalDate.ofInstant(Instant.now().minus(LATEST_TIME_OF_THE_EXAMPLES), ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(TODAY_OF_THE_EXAMPLES, today);
        if (MOMENT.matcher(text).matches()) {
            return Instant.parse(text).plus(Duration.ofDays(days)).toString();
        }
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).plusDays(days).toString();
        }
        return MONTH.matcher(text).matches()
                ? YearMonth.parse(text).plusMonths(ChronoUnit.MONTHS.between(YearMonth.from(TODAY_OF_THE_EXAMPLES), YearMonth.from(today))).toString()
                : text;
    }
}
