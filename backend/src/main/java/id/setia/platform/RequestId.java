package id.setia.platform;

import java.util.UUID;
import java.util.regex.Pattern;

/** The name under which one request is found again in answers and log lines. */
record RequestId(String value) {

    static final String HEADER = "X-Request-Id";

    /** Its name among the values that every log line carries. */
    static final String LOG_KEY = "requestId";

    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The caller's own when it is fit to be logged and returned, otherwise a new one. */
    static RequestId of(String offered) {
        return USABLE.matcher(offered).matches() ? new RequestId(offered) : new RequestId("req_" + UUID.randomUUID().toString().replace("-", ""));
    }
}
