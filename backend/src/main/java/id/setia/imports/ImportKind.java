package id.setia.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file may hold. */
enum ImportKind {
    PURCHASES,
    MEMBERS;

    /** As requests and answers name it, {@code members}. */
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportKind> of(String value) {
        return Arrays.stream(values()).filter(kind -> kind.value().equals(value)).findFirst();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(ImportKind::value).toList();
    }
}
