package id.setia.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a request in a trace that began elsewhere, as W3C Trace Context has it.
 *
 * @param traceId 32 hexadecimal digits
 */
record TraceParent(String traceId) {

    static final String HEADER = "traceparent";

    /** Its name among the values that every log line carries. */
    static final String LOG_KEY = "traceId";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final int LENGTH_OF_VERSION_ZERO = 55;

    /** What a caller sent; empty where it is none. */
    static Optional<TraceParent> of(String header) {
        Matcher form = FORM.matcher(header);
        return form.matches() && (header.length() == LENGTH_OF_VERSION_ZERO || !header.startsWith("00"))
                ? Optional.of(new TraceParent(form.group(1)))
                : Optional.empty();
    }
}
