package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class TokenTest {

    private static final Caller NOBODY = new Caller.Stranger();

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    @Inject
    PartnerDirectory partners;

    @Inject
    ApiClients clients;

    @Inject
    ClientTokens tokens;

    @Inject
    SigningKeys keys;

    @Inject
    SystemClock clock;

    @Inject
    IdMaker ids;

    Browser till;
    IssuedClient client;

    @BeforeEach
    void register_a_client() {
        till = new Browser(server, mapper);
        Partner partner = partners.createPartner(NOBODY, "p-" + ids.next(), "Toko Maju", false);
        client = clients.create(
                NOBODY,
                "till-" + ids.next(),
                partner.id(),
                Optional.empty(),
                "Till 1",
                EnumSet.of(Scope.PURCHASES_READ, Scope.PURCHASES_WRITE));
    }

    @Test
    void a_client_gets_a_token_with_credentials_in_the_form_and_calls_with_it() {
        Browser.Answer token = till.postForm("/api/v1/oauth/token", credentials(client.secret()));

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.text("token_type")).isEqualTo("Bearer");
        assertThat(token.json().get("expires_in").getLongValue()).isEqualTo(900);
        assertThat(token.text("scope")).isEqualTo("purchases:read purchases:write");
        assertThat(token.header("Cache-Control")).contains("no-store");
        assertThat(call(token.text("access_token")).body()).contains(client.id().toString());
    }

    @Test
    void a_client_gets_a_token_with_http_basic() {
        String basic = Base64.getEncoder()
                .encodeToString((client.clientKey() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));

        Browser.Answer token =
                till.with("Authorization", "Basic " + basic).postForm("/api/v1/oauth/token", "grant_type=client_credentials");

        assertThat(token.status()).isEqualTo(200);
    }

    @Test
    void a_token_may_have_fewer_scopes_and_then_allows_less() {
        Browser.Answer token =
                till.postForm("/api/v1/oauth/token", credentials(client.secret()) + "&scope=purchases:write");
        assertThat(token.text("scope")).isEqualTo("purchases:write");

        Browser.Answer refused = call(token.text("access_token"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("insufficient_scope");
        assertThat(refused.text("detail")).isEqualTo("The token lacks the scope that this needs: purchases:read.");
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"setia\", error=\"insufficient_scope\", scope=\"purchases:read\"");
    }

    @Test
    void refusals_of_tokens_name_the_oauth_error() {
        assertRefused(credentials("wrong"), 401, "invalid_client", "invalid_client");
        assertRefused("grant_type=client_credentials&client_id=nobody&client_secret=x", 401, "invalid_client", "invalid_client");
        assertRefused(credentials(client.secret()) + "&scope=refunds:write", 400, "invalid_scope", "invalid_scope");
        assertRefused(credentials(client.secret()) + "&scope=everything", 400, "invalid_scope", "invalid_scope");
        Browser.Answer elsewhere = till.postForm("/api/v1/oauth/token", credentials(client.secret()) + "&scope=purchases:write%20everything");
        assertThat(elsewhere.text("detail")).contains("the scope everything;", "purchases:write");
        assertRefused("grant_type=password", 400, "unsupported_grant_type", "unsupported_grant_type");
        assertRefused("client_id=x", 400, "malformed_request", "invalid_request");
    }

    private void assertRefused(String form, int status, String code, String error) {
        Browser.Answer refused = till.postForm("/api/v1/oauth/token", form);
        assertThat(refused.status()).as(form).isEqualTo(status);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(refused.text("error")).isEqualTo(error);
    }

    @Test
    void an_expired_token_says_so() {
        Browser.Answer refused = call(signed(claims -> claims.expirationTime(Date.from(clock.now().minusSeconds(1)))));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("token_expired");
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void a_token_made_as_the_server_makes_them_is_taken() {
        assertThat(call(signed(claims -> claims)).status()).isEqualTo(200);
    }

    @Test
    void a_token_for_another_audience_issuer_or_time_is_refused() {
        assertUnauthenticated(signed(claims -> claims.audience("another-api")));
        assertUnauthenticated(signed(claims -> claims.issuer("another-issuer")));
        assertUnauthenticated(signed(claims -> claims.notBeforeTime(Date.from(clock.now().plusSeconds(60)))));
        assertUnauthenticated(signed(claims -> claims.subject("somebody")));
        assertUnauthenticated(signed(claims -> claims.expirationTime(null)));
        assertUnauthenticated(signed(claims -> claims.notBeforeTime(null)));
        assertUnauthenticated(signed(claims -> claims.audience(List.of(ClientTokens.AUDIENCE, "another-api"))));
        assertUnauthenticated(signed(claims -> claims.jwtID(null)));
    }

    @Test
    void a_client_takes_its_own_token_back_and_that_one_alone() {
        String token = token(client.secret());
        String other = token(client.secret());
        assertThat(call(token).status()).isEqualTo(200);

        Browser.Answer revoked = revoke(client, token);

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.header("Cache-Control")).contains("no-store");
        assertUnauthenticated(token);
        assertThat(call(other).status()).isEqualTo(200);
        assertThat(revoke(client, token).status()).isEqualTo(200);
    }

    @Test
    void what_could_not_be_used_anyway_may_be_taken_back() {
        String expired = signed(claims -> claims.expirationTime(Date.from(clock.now().minusSeconds(1))));

        assertThat(revoke(client, "abc").status()).isEqualTo(200);
        assertThat(revoke(client, expired).status()).isEqualTo(200);
        assertThat(revoke(client, "x".repeat(4_000)).status()).isEqualTo(200);
    }

    @Test
    void nobody_takes_back_a_token_of_another_client() {
        IssuedClient other = clients.create(
                NOBODY,
                "till-" + ids.next(),
                clients.live(client.id()).orElseThrow().partnerId(),
                Optional.empty(),
                "Till 2",
                EnumSet.of(Scope.PURCHASES_READ));
        String token = token(client.secret());

        Browser.Answer refused = revoke(other, token);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("token_not_yours");
        assertThat(refused.text("error")).isEqualTo("invalid_grant");
        assertThat(call(token).status()).isEqualTo(200);
    }

    @Test
    void taking_back_needs_the_credentials_and_a_token() {
        Browser.Answer stranger = till.postForm("/api/v1/oauth/revoke", "token=abc");
        Browser.Answer nothing = till.postForm("/api/v1/oauth/revoke", credentials(client.secret()));

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.text("error")).isEqualTo("invalid_client");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.text("error")).isEqualTo("invalid_request");
    }

    private Browser.Answer revoke(IssuedClient by, String token) {
        return till.postForm(
                "/api/v1/oauth/revoke",
                "token=" + token + "&token_type_hint=access_token&client_id=" + by.clientKey() + "&client_secret=" + by.secret());
    }

    @Test
    void the_tokens_of_a_secret_end_with_it() {
        IssuedClient second = clients.rotateSecret(NOBODY, client.id());
        String ofFirst = token(client.secret());
        String ofSecond = token(second.secret());

        clients.rotateSecret(NOBODY, client.id());

        assertUnauthenticated(ofFirst);
        assertThat(call(ofSecond).status()).isEqualTo(200);
    }

    @Test
    void the_public_halves_of_the_keys_are_told_to_everybody() throws Exception {
        SignedJWT token = SignedJWT.parse(token(client.secret()));

        Browser.Answer answer = new Browser(server, mapper).get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=900");
        assertThat(answer.body()).doesNotContain("\"d\"").doesNotContain("\"p\"");
        RSAKey key = (RSAKey) JWKSet.parse(answer.body()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo(client.clientKey());
    }

    @Test
    void oauth_libraries_find_their_way_by_themselves() {
        Browser.Answer answer = new Browser(server, mapper).get("/.well-known/oauth-authorization-server");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=900");
        String issuer = answer.text("issuer");
        assertThat(answer.text("token_endpoint")).isEqualTo(issuer + "/api/v1/oauth/token");
        assertThat(answer.text("revocation_endpoint")).isEqualTo(issuer + "/api/v1/oauth/revoke");
        assertThat(answer.text("jwks_uri")).isEqualTo(issuer + "/.well-known/jwks.json");
        assertThat(answer.json().get("scopes_supported").size()).isEqualTo(Scope.values().length);
        assertThat(answer.json().get("response_types_supported").size()).isZero();
    }

    @Test
    void a_token_signed_by_another_key_is_refused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        SignedJWT token = new SignedJWT(header(ClientTokens.TYPE), claims().build());
        token.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));

        assertUnauthenticated(token.serialize());
    }

    @Test
    void a_token_without_signature_or_with_the_public_key_as_secret_is_refused() throws Exception {
        assertUnauthenticated(new PlainJWT(claims().build()).serialize());

        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(ClientTokens.TYPE).keyID(keys.signing(clock.now()).kid()).build(),
                claims().build());
        confused.sign(new MACSigner(keys.signing(clock.now()).getPublicKey().getEncoded()));
        assertUnauthenticated(confused.serialize());
    }

    @Test
    void a_token_of_another_type_is_refused() throws Exception {
        SignedJWT token = new SignedJWT(header(JOSEObjectType.JWT), claims().build());
        token.sign(new RSASSASigner(keys.signing(clock.now()).getPrivateKey()));

        assertUnauthenticated(token.serialize());
    }

    @Test
    void what_is_no_token_at_all_is_refused() {
        assertUnauthenticated("abc");
        assertUnauthenticated("");
        assertUnauthenticated("a.b.c");
        assertUnauthenticated("x".repeat(4_000));
    }

    @Test
    void the_tokens_of_a_revoked_client_are_refused() {
        String token = token(client.secret());
        assertThat(call(token).status()).isEqualTo(200);

        clients.revoke(NOBODY, client.id());

        assertUnauthenticated(token);
        assertRefused(credentials(client.secret()), 401, "invalid_client", "invalid_client");
    }

    @Test
    void a_new_secret_works_beside_the_one_before_and_the_third_ends_the_first() {
        IssuedClient second = clients.rotateSecret(NOBODY, client.id());
        assertThat(status(client.secret())).isEqualTo(200);
        assertThat(status(second.secret())).isEqualTo(200);

        IssuedClient third = clients.rotateSecret(NOBODY, client.id());

        assertThat(status(client.secret())).isEqualTo(401);
        assertThat(status(second.secret())).isEqualTo(200);
        assertThat(status(third.secret())).isEqualTo(200);
    }

    @Test
    void a_token_is_of_no_use_where_only_members_may() {
        till.with("Authorization", "Bearer " + signed(claims -> claims));

        assertThat(till.get("/api/v1/access-trials/member").text("code")).isEqualTo("forbidden");
    }

    private String token(String secret) {
        return till.postForm("/api/v1/oauth/token", credentials(secret)).text("access_token");
    }

    private int status(String secret) {
        return till.postForm("/api/v1/oauth/token", credentials(secret)).status();
    }

    private String credentials(String secret) {
        return "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + secret;
    }

    private Browser.Answer call(String token) {
        return new Browser(server, mapper).with("Authorization", "Bearer " + token).get("/api/v1/access-trials/purchases");
    }

    private void assertUnauthenticated(String token) {
        Browser.Answer refused = call(token);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"setia\", error=\"invalid_token\"");
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return tokens.sign(change.apply(claims()).build());
    }

    private JWSHeader header(JOSEObjectType type) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(keys.signing(clock.now()).kid()).build();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ClientTokens.ISSUER)
                .audience(ClientTokens.AUDIENCE)
                .subject(PublicId.API_CLIENT.format(client.id()))
                .claim("scope", "purchases:read")
                .jwtID(ids.next().toString())
                .notBeforeTime(Date.from(clock.now()))
                .expirationTime(Date.from(clock.now().plus(Duration.ofMinutes(5))));
    }
}
