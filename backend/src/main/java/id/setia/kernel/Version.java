package id.setia.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which state of something that staff edit: its number, counted up with each change, travels as the {@code ETag} of what
 * is read and comes back as the {@code If-Match} of what is changed, so that nobody overwrites a change they have not seen.
 */
public record Version(long number) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private static final String ANY = "*";

    /** The header's text, {@code "7"} with its quotation marks. */
    public String tag() {
        return "\"" + number + "\"";
    }

    /**
     * The version a change was made from.
     *
     * @throws Problem {@code version_required} without the header and for {@code *}, which is any version, {@code changed_meanwhile} when it names no version
     */
    public static Version of(Optional<String> ifMatch) {
        String text = ifMatch.orElseThrow(() -> Problem.of(ProblemCode.VERSION_REQUIRED));
        if (text.strip().equals(ANY)) {
            throw Problem.of(ProblemCode.VERSION_REQUIRED);
        }
        Matcher tag = TAG.matcher(text.strip());
        if (!tag.matches()) {
            throw Problem.of(ProblemCode.CHANGED_MEANWHILE);
        }
        return new Version(Long.parseLong(tag.group(1)));
    }

    /** @throws Problem {@code changed_meanwhile} when the stored version is another one */
    public void mustBe(long stored) {
        if (number != stored) {
            throw Problem.of(ProblemCode.CHANGED_MEANWHILE);
        }
    }
}
