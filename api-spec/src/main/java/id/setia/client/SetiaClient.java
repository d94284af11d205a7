package id.setia.client;

import id.setia.client.api.HoldsApi;
import id.setia.client.api.MembersApi;
import id.setia.client.api.PurchasesApi;
import id.setia.client.api.RefundsApi;
import id.setia.client.api.RewardsApi;
import id.setia.client.api.VouchersApi;
import id.setia.client.http.ApiClient;
import java.net.URI;
import java.time.Duration;

/**
 * The API as one till or one partner's system may call it. Gets its access tokens by itself and renews them in time; may be
 * used by many threads. Operations that are not reached here are made with {@link #http}: {@code new
 * LedgerApi(client.http())}. Refusals are {@link id.setia.client.http.ApiException}s, whose {@link Refusal} tells the code.
 */
public final class SetiaClient {

    private static final String BASE = "/api/v1";
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final ApiClient http = new ApiClient();
    private final AccessTokens tokens;

    private SetiaClient(URI server, String clientId, String clientSecret) {
        URI base = URI.create(server.toString().replaceAll("/+$", "") + BASE);
        http.updateBaseUri(base.toString());
        http.setConnectTimeout(TO_CONNECT);
        http.setReadTimeout(TO_ANSWER);
        tokens = new AccessTokens(http.getHttpClient(), http.getObjectMapper(), URI.create(base + "/oauth/token"), clientId, clientSecret);
        http.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + tokens.current()));
    }

    /**
     * A client of a server.
     *
     * @param server where it is, without a path: {@code https://loyalty.example}
     */
    public static SetiaClient of(URI server, String clientId, String clientSecret) {
        return new SetiaClient(server, clientId, clientSecret);
    }

    /** Quotes, purchases, one by one and in batches. */
    public PurchasesApi purchases() {
        return new PurchasesApi(http);
    }

    /** Refunds and exchanges. */
    public RefundsApi refunds() {
        return new RefundsApi(http);
    }

    /** Finding and enrolling members, their points and purchases. */
    public MembersApi members() {
        return new MembersApi(http);
    }

    /** Points as payment. */
    public HoldsApi holds() {
        return new HoldsApi(http);
    }

    /** The catalogue of rewards. */
    public RewardsApi rewards() {
        return new RewardsApi(http);
    }

    /** Vouchers at the till. */
    public VouchersApi vouchers() {
        return new VouchersApi(http);
    }

    /** What all operations are sent with. */
    public ApiClient http() {
        return http;
    }

    /** Gets a new token for the next request, after a 401. */
    public void renewToken() {
        tokens.forget();
    }
}
