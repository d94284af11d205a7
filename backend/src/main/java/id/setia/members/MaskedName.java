package id.setia.members;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as strangers may see them: the first letter of each of the first three words. */
public final class MaskedName {

    private static final int MOST_WORDS = 3;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private MaskedName() {}

    /** {@code B••• S•••} for Budi Santoso. */
    public static String of(String name) {
        return BLANKS.splitAsStream(name.strip())
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "•••")
                .collect(Collectors.joining(" "));
    }
}
