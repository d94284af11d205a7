package id.setia.platform;

import id.setia.webhooks.AllowedTargets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Environment variables with their meaning; an empty one counts as not set. */
record StartVariables(Map<String, String> environment) {

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "on" -> true;
            case "0", "false", "no", "off" -> false;
            default -> throw refusal(name, value, "1 or 0");
        });
    }

    Optional<Integer> number(String name, int least, int most) {
        String range = "a whole number from " + least + " to " + most;
        Optional<Integer> number = parsed(name, range, Integer::valueOf);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw refusal(name, number.get().toString(), range);
        }
        return number;
    }

    Optional<Instant> instant(String name) {
        return parsed(name, "a moment such as 2026-03-01T00:00:00Z", Instant::parse);
    }

    Optional<Path> path(String name) {
        return parsed(name, "a directory", Path::of);
    }

    Optional<String> currency(String name) {
        return parsed(name, "an ISO 4217 currency such as IDR", value -> Currency.getInstance(value).getCurrencyCode());
    }

    Optional<ZoneId> zone(String name) {
        return parsed(name, "a time zone such as Asia/Jakarta", ZoneId::of);
    }

    Optional<BigDecimal> amount(String name) {
        return parsed(name, "an amount above zero such as 1000", StartVariables::amountIn);
    }

    /** So many amounts, each above the one before, separated by commas. */
    Optional<List<BigDecimal>> risingAmounts(String name, int count) {
        return parsed(name, count + " rising amounts such as 1000000,2500000", value -> {
            List<BigDecimal> amounts = Arrays.stream(value.split(",")).map(String::strip).map(StartVariables::amountIn).toList();
            if (amounts.size() != count || !amounts.equals(amounts.stream().sorted().distinct().toList())) {
                throw new IllegalArgumentException(value);
            }
            return amounts;
        });
    }

    Optional<String> webhookTargets(String name) {
        return parsed(
                name,
                "hosts, addresses and networks such as hooks.test,10.0.0.0/8, with commas between them",
                AllowedTargets::readable);
    }

    private static BigDecimal amountIn(String text) {
        var amount = new BigDecimal(text);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(text);
        }
        return amount;
    }

    /** Some of so many words, separated by commas. */
    Optional<Set<String>> some(String name, Set<String> words) {
        String expected = "some of " + String.join(",", new TreeSet<>(words));
        return parsed(name, expected, value -> {
            Set<String> chosen = Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
            if (!words.containsAll(chosen)) {
                throw new IllegalArgumentException(value);
            }
            return chosen;
        });
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        String expected = Arrays.stream(choices.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "));
        return parsed(name, expected, value -> Enum.valueOf(choices, value.toUpperCase(Locale.ROOT)));
    }

    private <T> Optional<T> parsed(String name, String expected, Function<String, T> parser) {
        return text(name).map(value -> {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException | DateTimeException unusable) {
                throw refusal(name, value, expected);
            }
        });
    }

    private static StartRefused refusal(String name, String value, String expected) {
        return new StartRefused(name + " is '" + value + "' but must be " + expected + ".");
    }
}
