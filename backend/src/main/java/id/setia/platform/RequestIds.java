package id.setia.platform;

import io.micronaut.http.HttpRequest;
import java.util.concurrent.ThreadLocalRandom;

/** The id by which a request is found in the log. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "requestId";
    private static final int BASE = 32;

    private RequestIds() {}

    /** The id of the request, made at the first asking. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), BASE);
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }
}
