package id.setia.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the public texts. */
public enum DocumentKind {
    TERMS,
    PRIVACY;

    /** As it stands in addresses and answers, {@code terms}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind written so, or nothing. */
    public static Optional<DocumentKind> of(String value) {
        return Arrays.stream(values()).filter(kind -> kind.value().equals(value)).findFirst();
    }
}
