package id.setia.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a gateway wants numbers written. */
enum NumberForm {
    /** {@code +6281234567890}. */
    PLUS,
    /** {@code 6281234567890}. */
    DIGITS,
    /** {@code 081234567890}; numbers of other countries as {@link #DIGITS}. */
    NATIONAL;

    private static final String COUNTRY = "+62";

    /** The number, {@code +6281234567890}, in this form. */
    String of(String number) {
        return switch (this) {
            case PLUS -> number;
            case DIGITS -> number.substring(1);
            case NATIONAL -> number.startsWith(COUNTRY) ? "0" + number.substring(COUNTRY.length()) : number.substring(1);
        };
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NumberForm> of(Optional<String> value) {
        return Arrays.stream(values()).filter(form -> value.filter(form.value()::equals).isPresent()).findFirst();
    }
}
