package id.setia.platform;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
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
        return of(offered, Optional.empty());
    }

    /** The caller's own when it is fit to be logged and returned, otherwise one named after the trace, otherwise a new one. */
    static RequestId of(String offered, Optional<TraceParent> trace) {
        return USABLE.matcher(offered).matches()
                ? new RequestId(offered)
                : new RequestId("req_" + trace.map(TraceParent::traceId)
                        .orElseGet(() -> UUID.randomUUID().toString().replace("-", "")));
    }

    /** The one given to the request, or a new one where it was refused before anything could give it one. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(LOG_KEY, String.class).orElseGet(() -> {
            String id = of("").value();
            request.setAttribute(LOG_KEY, id);
            return id;
        });
    }
}
