package id.setia.imports;

import id.setia.members.MemberReference;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as files write them, also where a spreadsheet took away the 0 or the plus they began with. */
final class CellPhone {

    private static final Pattern WITHOUT_ZERO = Pattern.compile("8[0-9 ().-]{7,}");
    private static final Pattern PLAUSIBLE = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private CellPhone() {}

    static Optional<MemberReference> parse(String text) {
        String written = text.startsWith("'") ? text.substring(1) : text;
        String whole = WITHOUT_ZERO.matcher(written).matches() ? "0" + written : written.replaceFirst("^00", "+");
        return Optional.of(MemberReference.phone(whole))
                .filter(phone -> PLAUSIBLE.matcher(phone.value()).matches());
    }
}
