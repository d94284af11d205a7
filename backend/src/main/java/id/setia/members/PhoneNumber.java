package id.setia.members;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A phone number in the one form in which it is kept and compared: E.164, {@code +6281234567890}. However people write it
 * (with 0, with or without {@code +62}, in groups, in full-width digits), it is the same; one that names no country is
 * Indonesian. Which numbers there are follows the metadata of libphonenumber.
 */
public record PhoneNumber(String value) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String REGION = "ID";
    private static final int LONGEST_TEXT = 40;
    private static final Pattern PLAUSIBLE = Pattern.compile("\\+?[0-9() ./-]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069]+");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final int LONG_NUMBER = 9;

    /** The number, or nothing when nobody could have it. */
    public static Optional<PhoneNumber> parse(String text) {
        String written = plain(text);
        return written.length() <= LONGEST_TEXT && PLAUSIBLE.matcher(written).matches()
                ? readings(written).flatMap(reading -> valid(reading).stream()).findFirst()
                : Optional.empty();
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return DASHES.matcher(BLANKS.matcher(composed).replaceAll(" ")).replaceAll("-").strip();
    }

    /** What the text may mean, the likeliest first: 62812… is a country's code before it is an area's. */
    private static Stream<String> readings(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        if (digits.startsWith("00") && !written.startsWith("+")) {
            return Stream.of("+" + digits.substring(2), written);
        }
        return digits.startsWith("62") && !written.startsWith("+") ? Stream.of("+" + digits, written) : Stream.of(written);
    }

    private static Optional<PhoneNumber> valid(String reading) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(reading, REGION);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException error) {
            return Optional.empty();
        }
    }

    /** As people at home write it: {@code 0812-3456-7890}; a foreign number with its country. */
    public String national() {
        Phonenumber.PhoneNumber number = parsed();
        boolean foreign = !REGION.equals(NUMBERS.getRegionCodeForNumber(number));
        return NUMBERS.format(
                number,
                foreign ? PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL : PhoneNumberUtil.PhoneNumberFormat.NATIONAL);
    }

    /** As strangers may see it: {@code +62 812-••••-7890}. */
    public String masked() {
        Phonenumber.PhoneNumber number = parsed();
        String digits = NUMBERS.getNationalSignificantNumber(number);
        String shown = digits.length() < LONG_NUMBER
                ? "••••-" + digits.substring(digits.length() - 2)
                : digits.substring(0, 3) + "-••••-" + digits.substring(digits.length() - 4);
        return "+" + number.getCountryCode() + " " + shown;
    }

    private Phonenumber.PhoneNumber parsed() {
        try {
            return NUMBERS.parse(value, null);
        } catch (NumberParseException error) {
            throw new IllegalStateException("not in E.164", error);
        }
    }
}
