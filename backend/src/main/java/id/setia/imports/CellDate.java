package id.setia.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Days as files write them: {@code 2026-11-22}, or {@code 22/11/2026} with slashes, hyphens or full stops. */
final class CellDate {

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private CellDate() {}

    static Optional<LocalDate> parse(String text) {
        try {
            boolean yearFirst = text.length() == 10 && text.charAt(4) == '-';
            return Optional.of(
                    yearFirst
                            ? LocalDate.parse(text)
                            : LocalDate.parse(text.replace('-', '/').replace('.', '/'), DAY_FIRST));
        } catch (DateTimeParseException error) {
            return Optional.empty();
        }
    }
}
