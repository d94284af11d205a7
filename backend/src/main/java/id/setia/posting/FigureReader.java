package id.setia.posting;

import id.setia.kernel.Decimals;
import id.setia.kernel.FieldError;
import id.setia.kernel.Money;
import id.setia.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the figures of a request and gathers everything that is wrong with them. */
final class FigureReader {

    private final String currency;
    private final List<FieldError> errors = new ArrayList<>();

    FigureReader(String currency) {
        this.currency = currency;
    }

    /** The amount in smallest units; 0 when absent. */
    long money(Money money, String pointer) {
        return money == null ? 0 : reading(() -> money.minor(currency, pointer), 0L);
    }

    /** The amount in smallest units, none below 0; 0 when absent. */
    long notNegative(Money money, String pointer) {
        long minor = money(money, pointer);
        if (minor < 0) {
            refuse(pointer + "/amount", "must_not_be_negative");
        }
        return minor;
    }

    /** A price in major units with at most four digits after the point. */
    Optional<BigDecimal> price(Money money, String pointer) {
        if (money == null) {
            return Optional.empty();
        }
        money(new Money("0", money.currency()), pointer);
        return Optional.of(reading(() -> Decimals.parse(money.amount(), pointer + "/amount", 4), BigDecimal.ZERO));
    }

    /** A quantity above 0 with at most three digits after the point. */
    BigDecimal quantity(String text, String pointer) {
        BigDecimal quantity = reading(() -> Decimals.parse(text, pointer, 3), BigDecimal.ONE);
        if (quantity.signum() <= 0) {
            refuse(pointer, "must_be_positive");
        } else if (quantity.compareTo(BigDecimal.valueOf(1_000_000_000)) >= 0) {
            refuse(pointer, "quantity_too_large", "999999999.999");
        }
        return quantity;
    }

    void refuse(String pointer, String code, Object... arguments) {
        errors.add(new FieldError(pointer, code, List.of(arguments)));
    }

    private <T> T reading(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return otherwise;
        }
    }

    /** Refuses the request when anything was wrong. */
    void finish() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
