package id.setia.platform;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

/** What the contract says of the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Setia",
                        version = Api.VERSION,
                        description =
                                """
                                A loyalty program: members, what they buy, and the points they earn.

                                Send and receive JSON. Money is a decimal string with its currency, points are whole \
                                numbers, times are RFC 3339 in UTC, ids are opaque. Fields that do not apply are left out \
                                of answers, never null. Within version 1 fields and values may be added; clients ignore \
                                what they do not know.

                                Every error is `application/problem+json` (RFC 9457): branch on `code`, show `detail`, \
                                which is in the language that `Accept-Language` prefers (Indonesian or English), and quote \
                                `requestId` when asking for help. `RateLimit` and `RateLimit-Policy` tell what is left of \
                                the quota; after 429 and 503 wait as long as `Retry-After` says. Posting the same \
                                purchase or refund again is always safe: it has one effect and gives the same answer. \
                                What needs an `Idempotency-Key` is as safe to send again under the same key for 30 days; \
                                the answer then carries `Idempotency-Replayed: true`.

                                Every answer carries `API-Version` and `X-Request-Id`, which is the caller's own where one \
                                was sent. A `traceparent` (W3C Trace Context) is taken along into the server's log. An \
                                operation that will go away says so by `Deprecation` and `Sunset`, months ahead.""",
                        contact = @Contact(name = "Setia", url = "https://setia.example"),
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
final class Api {

    static final String BASE = "/api/v1";

    /** Of the contract. */
    static final String VERSION = "1.0.0";

    static final String VERSION_HEADER = "API-Version";

    private Api() {}
}
