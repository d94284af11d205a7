package id.setia.partners;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two live secrets of a partner's system: told once, ended one by one, with an end and a last use each. */
@SetiaTest
class ClientSecretsTest {

    @Inject
    BackOffice backOffice;

    @Inject
    TestShop shop;

    @Inject
    PartnerDirectory partners;

    @Inject
    Transactions transactions;

    @Inject
    SystemClock clock;

    @Inject
    IdMaker ids;

    Browser admin;
    String partner;

    @BeforeEach
    void sign_in() {
        shop.open();
        admin = backOffice.staff(Role.ADMINISTRATOR);
        partner = PublicId.PARTNER.format(partners.createPartner(
                        new Caller.Stranger(), "mitra-" + ids.next().toString().substring(24), "Kopi Senja", false)
                .id());
    }

    private Browser.Answer register(String more) {
        return admin.post(
                "/api/v1/api-clients",
                "{\"partnerId\":\"" + partner + "\",\"name\":\"Sistem\",\"scopes\":[\"purchases:read\"]" + more + "}");
    }

    private static String path(Browser.Answer issued) {
        return "/api/v1/api-clients/"
                + issued.json().get("client").get("apiClientId").getStringValue();
    }

    private Browser.Answer renew(Browser.Answer issued, String body) {
        return admin.post(path(issued) + "/secrets", body);
    }

    private Browser.Answer token(Browser.Answer issued) {
        return backOffice.stranger().postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + issued.text("clientId") + "&client_secret="
                        + issued.text("clientSecret"));
    }

    private Browser system(Browser.Answer issued) {
        Browser.Answer token = token(issued);
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return backOffice.stranger().with("Authorization", "Bearer " + token.text("access_token"));
    }

    private static int call(Browser system) {
        return system.get("/api/v1/stores").status();
    }

    private List<JsonNode> secrets(Browser.Answer issued) {
        List<JsonNode> secrets = new ArrayList<>();
        admin.get(path(issued)).json().get("secrets").values().forEach(secrets::add);
        return secrets;
    }

    /** As its holder reckons it. */
    private static String idOf(Browser.Answer issued) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(issued.text("clientSecret").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, 12);
    }

    @Test
    void each_secret_says_when_it_was_used_last() throws Exception {
        Browser.Answer first = register("");
        Browser.Answer second = renew(first, "{\"previousGoodForHours\":24}");
        assertThat(secrets(first)).extracting(secret -> secret.get("secretId").getStringValue())
                .containsExactly(idOf(second), idOf(first));
        assertThat(secrets(first)).allMatch(secret -> secret.get("lastUsedAt") == null);

        assertThat(call(system(first))).isEqualTo(200);

        assertThat(secrets(first).get(0).get("lastUsedAt")).isNull();
        assertThat(secrets(first).get(1).get("lastUsedAt").getStringValue()).endsWith(":00Z");
        assertThat(admin.get(path(first)).text("lastUsedAt")).isEqualTo(secrets(first).get(1).get("lastUsedAt").getStringValue());
    }

    @Test
    void one_secret_ends_by_itself_and_with_it_its_tokens() throws Exception {
        Browser.Answer first = register("");
        Browser.Answer second = renew(first, "{\"previousGoodForHours\":24}");
        Browser ofFirst = system(first);
        Browser ofSecond = system(second);

        assertThat(admin.delete(path(first) + "/secrets/" + idOf(first)).status()).isEqualTo(200);

        assertThat(call(ofFirst)).isEqualTo(401);
        assertThat(token(first).text("code")).isEqualTo("invalid_client");
        assertThat(call(ofSecond)).isEqualTo(200);
        assertThat(secrets(first)).hasSize(1);
        assertThat(admin.delete(path(first) + "/secrets/" + idOf(first)).text("code")).isEqualTo("api_client_secret_not_found");
        assertThat(admin.delete(path(first) + "/secrets/unknown").status()).isEqualTo(404);
    }

    @Test
    void a_secret_may_end_at_a_time_and_no_token_outlives_it() {
        Instant soon = clock.now().plus(Duration.ofHours(2));
        Browser.Answer issued = register(",\"secretExpiresAt\":\"" + soon + "\"");
        assertThat(secrets(issued).getFirst().get("expiresAt").getStringValue()).isEqualTo(soon.toString());
        assertThat(token(issued).json().get("expires_in").getLongValue()).isEqualTo(900);

        endAt(issued, clock.now().plus(Duration.ofMinutes(5)));
        long lives = token(issued).json().get("expires_in").getLongValue();
        assertThat(lives).isBetween(200L, 300L);

        Browser system = system(issued);
        endAt(issued, clock.now().minus(Duration.ofSeconds(1)));
        assertThat(call(system)).isEqualTo(401);
        assertThat(token(issued).text("code")).isEqualTo("invalid_client");
        assertThat(secrets(issued)).isEmpty();
    }

    /** As if that much time had gone by. */
    private void endAt(Browser.Answer issued, Instant end) {
        UUID id = PublicId.API_CLIENT
                .parse(issued.json().get("client").get("apiClientId").getStringValue())
                .orElseThrow();
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE api_client_secret SET expires_at = ? WHERE api_client_id = ?")) {
                update.setObject(1, Sql.time(end));
                update.setBytes(2, UuidBytes.of(id));
                update.executeUpdate();
            }
            DirectoryRows.moveEpoch(connection);
            return null;
        });
        partners.refresh();
    }

    @Test
    void an_end_leaves_time_to_put_the_secret_in_its_place() {
        String tooSoon = clock.now().plus(Duration.ofMinutes(30)).toString();

        assertThat(register(",\"secretExpiresAt\":\"" + tooSoon + "\"").fieldCodes())
                .containsEntry("/secretExpiresAt", "secret_ends_too_soon");
        assertThat(renew(register(""), "{\"previousGoodForHours\":0,\"expiresAt\":\"" + tooSoon + "\"}").fieldCodes())
                .containsEntry("/expiresAt", "secret_ends_too_soon");
    }

    @Test
    void every_act_on_a_secret_is_kept() throws Exception {
        Browser.Answer issued = register("");
        Browser.Answer second = renew(issued, "{\"previousGoodForHours\":1}");
        admin.delete(path(issued) + "/secrets/" + idOf(second));
        admin.post(path(issued) + "/revocation", "{}");

        String trail = backOffice.staff(Role.AUDITOR)
                .get("/api/v1/audit-events?subject=" + issued.json().get("client").get("apiClientId").getStringValue())
                .body();
        assertThat(trail).contains(
                "api_client.created", "api_client.secret_rotated", "api_client.secret_ended", "api_client.revoked");
        assertThat(trail).doesNotContain(issued.text("clientSecret"), second.text("clientSecret"));
    }
}
