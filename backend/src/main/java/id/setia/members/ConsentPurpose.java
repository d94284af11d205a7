package id.setia.members;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may say yes or no to. */
public enum ConsentPurpose {
    MARKETING_EMAIL,
    /** By SMS or WhatsApp. */
    MARKETING_PHONE,
    PROFILING,
    PARTNER_SHARING;

    /** As it stands in requests and answers, {@code marketing_email}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose written so, or nothing. */
    public static Optional<ConsentPurpose> of(String value) {
        return Arrays.stream(values()).filter(purpose -> purpose.value().equals(value)).findFirst();
    }
}
