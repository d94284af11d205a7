package id.setia.members;

import java.util.regex.Pattern;

/** The number of an Indonesian identity card: 16 digits. The programme has no need of it and keeps none. */
public final class IdentityNumber {

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])(?:[0-9][ .\u00a0-]?){15}[0-9](?![0-9])");

    private IdentityNumber() {}

    /** Whether one may stand in the text, its digits together or in groups. */
    public static boolean standsIn(String text) {
        return DIGITS.matcher(text).find();
    }
}
