package id.setia.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in the one form in which it is kept and compared: NFC, lower case, at most 254 bytes. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern PLAUSIBLE = Pattern.compile(
            "[^\\s@\"<>(),:;\\[\\]\\\\\\p{Cntrl}]+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}][\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");

    /** The address, or nothing when no mail could reach it. */
    public static Optional<EmailAddress> parse(String text) {
        String value = normal(text);
        int at = value.indexOf('@');
        boolean plausible = value.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && PLAUSIBLE.matcher(value).matches()
                && at <= LONGEST_LOCAL_PART
                && !value.startsWith(".")
                && value.charAt(at - 1) != '.'
                && !value.contains("..");
        return plausible ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    /** The form in which addresses are compared, whatever the text is. */
    public static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The address as strangers may see it: {@code b•••@example.com}. */
    public String masked() {
        int at = value.indexOf('@');
        return value.substring(0, value.offsetByCodePoints(0, 1)) + "•••" + value.substring(at);
    }

    /** Less still, for who is not to learn where the person has their mail: {@code b•••@•••}. */
    public String hidden() {
        return value.substring(0, value.offsetByCodePoints(0, 1)) + "•••@•••";
    }

    /** The bytes a column keeps. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
