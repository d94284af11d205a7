package id.setia.partners;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.testing.BackOffice;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners, stores, tills and their credentials, as an administrator sets them up. */
@SetiaTest
class PremisesTest {

    @Inject
    BackOffice backOffice;

    @Inject
    TestShop shop;

    @Inject
    IdMaker ids;

    Browser admin;

    @BeforeEach
    void sign_in() {
        shop.open();
        admin = backOffice.staff(Role.ADMINISTRATOR);
    }

    @Test
    void from_a_partner_to_a_till_that_calls_without_an_engineer() {
        Browser.Answer partner = created("/api/v1/partners", """
                {"code": "%s", "name": " Kopi Senja "}""".formatted(code()));
        assertThat(partner.text("name")).isEqualTo("Kopi Senja");
        assertThat(partner.text("state")).isEqualTo("active");

        Browser.Answer store = created("/api/v1/stores", """
                {"partnerId": "%s", "code": "braga", "name": "Kopi Senja Braga", "timeZone": "Asia/Jakarta", "region": "Bandung"}"""
                .formatted(partner.text("partnerId")));
        Browser.Answer issued = client(till(store.text("storeId")).text("terminalId"));

        Browser.Answer token = token(issued);
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.text("scope")).isEqualTo("members:lookup purchases:write");
        assertThat(caller(token).get("/api/v1/stores").json().get("items").size()).isEqualTo(1);
        assertThat(admin.get("/api/v1/partners/" + partner.text("partnerId")).json().get("openStores").getIntValue())
                .isEqualTo(1);
    }

    @Test
    void a_secret_is_told_once_and_its_use_is_noted() {
        Browser.Answer issued = client(till(storeId()).text("terminalId"));
        String path = clientPath(issued);
        assertThat(admin.get(path).body()).doesNotContain(issued.text("clientSecret")).doesNotContain("lastUsedAt");

        token(issued);

        assertThat(admin.get(path).body()).contains("lastUsedAt");
        assertThat(admin.get("/api/v1/api-clients").body())
                .contains(issued.text("clientId"))
                .doesNotContain(issued.text("clientSecret"));
    }

    @Test
    void a_code_is_taken_once_and_has_a_form() {
        String code = code();
        String body = "{\"code\": \"%s\", \"name\": \"Kopi\"}";
        created("/api/v1/partners", body.formatted(code));

        assertThat(admin.post("/api/v1/partners", body.formatted(code)).fieldCodes()).containsEntry("/code", "code_taken");
        assertThat(admin.post("/api/v1/partners", body.formatted("Kopi Senja")).fieldCodes())
                .containsEntry("/code", "code_malformed");
        assertThat(admin.post("/api/v1/partners", "{\"code\": \"kopi\", \"name\": \" \"}").fieldCodes())
                .containsEntry("/name", "required");
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        String path = "/api/v1/stores/" + storeId();
        String tag = admin.get(path).header("ETag");
        String change = "{\"name\": \"%s\", \"timeZone\": \"Asia/Makassar\", \"region\": \"Bali\", \"state\": \"open\"}";

        assertThat(admin.put(path, "", change.formatted("Satu")).text("code")).isEqualTo("version_required");
        Browser.Answer first = admin.put(path, tag, change.formatted("Satu"));
        Browser.Answer second = admin.put(path, tag, change.formatted("Dua"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("timeZone")).isEqualTo("Asia/Makassar");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("code")).isEqualTo("changed_meanwhile");
        assertThat(admin.put(path, first.header("ETag"), change.formatted("Dua")).text("name")).isEqualTo("Dua");
    }

    @Test
    void the_owner_of_the_programme_cannot_end() {
        String path = "/api/v1/partners/" + PublicId.PARTNER.format(shop.store().partnerId());
        String tag = admin.get(path).header("ETag");

        Browser.Answer refused = admin.put(path, tag, "{\"name\": \"Pemilik\", \"state\": \"ended\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("owner_stays");
    }

    @Test
    void a_till_of_a_closed_store_gets_no_token_but_loses_nothing_it_has() {
        String store = storeId();
        Browser.Answer issued = client(till(store).text("terminalId"));
        Browser system = caller(token(issued));

        settle(store, "closed");

        Browser.Answer refused = token(issued);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("store_closed");
        assertThat(refused.text("error")).isEqualTo("unauthorized_client");
        assertThat(system.get("/api/v1/stores").status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/stores").body()).doesNotContain(store);
        assertThat(admin.get("/api/v1/stores?closed=true").body()).contains(store);

        settle(store, "open");
        assertThat(token(issued).status()).isEqualTo(200);
    }

    private void settle(String store, String state) {
        String path = "/api/v1/stores/" + store;
        Browser.Answer changed = admin.put(
                path,
                admin.get(path).header("ETag"),
                "{\"name\": \"Toko\", \"timeZone\": \"Asia/Jakarta\", \"region\": \"\", \"state\": \"" + state + "\"}");
        assertThat(changed.text("state")).as(changed.body()).isEqualTo(state);
    }

    @Test
    void a_retired_till_gets_no_token() {
        Browser.Answer till = till(storeId());
        Browser.Answer issued = client(till.text("terminalId"));
        String path = "/api/v1/terminals/" + till.text("terminalId");

        admin.put(path, admin.get(path).header("ETag"), "{\"name\": \"Gudang\", \"state\": \"retired\"}");

        assertThat(token(issued).text("code")).isEqualTo("terminal_retired");
        assertThat(admin.get(path).text("name")).isEqualTo("Gudang");
    }

    @Test
    void a_new_secret_works_beside_the_old_one_for_as_long_as_asked() {
        Browser.Answer first = client(till(storeId()).text("terminalId"));

        Browser.Answer second = renewed(first, 24);
        assertThat(token(first).status()).isEqualTo(200);
        assertThat(token(second).status()).isEqualTo(200);
        assertThat(second.json().get("client").get("secrets").size()).isEqualTo(2);

        Browser.Answer third = renewed(first, 0);
        assertThat(token(first).text("code")).isEqualTo("invalid_client");
        assertThat(token(second).text("code")).isEqualTo("invalid_client");
        assertThat(token(third).status()).isEqualTo(200);
        assertThat(admin.post(clientPath(first) + "/secrets", "{\"previousGoodForHours\": 169}").fieldCodes())
                .containsEntry("/previousGoodForHours", "too_large");
    }

    private Browser.Answer renewed(Browser.Answer issued, int hours) {
        return created(clientPath(issued) + "/secrets", "{\"previousGoodForHours\": " + hours + "}");
    }

    @Test
    void a_revoked_client_is_refused_and_stays_so() {
        Browser.Answer issued = client(till(storeId()).text("terminalId"));
        Browser system = caller(token(issued));
        assertThat(system.get("/api/v1/stores").status()).isEqualTo(200);

        Browser.Answer revoked = admin.post(clientPath(issued) + "/revocation", "");

        assertThat(revoked.text("state")).isEqualTo("revoked");
        assertThat(system.get("/api/v1/stores").status()).isEqualTo(401);
        assertThat(token(issued).text("code")).isEqualTo("invalid_client");
        assertThat(admin.post(clientPath(issued) + "/revocation", "").text("revokedAt")).isEqualTo(revoked.text("revokedAt"));
        assertThat(admin.post(clientPath(issued) + "/secrets", "{\"previousGoodForHours\": 1}").text("code"))
                .isEqualTo("client_revoked");
    }

    @Test
    void a_till_may_not_do_what_concerns_the_whole_programme() {
        Browser.Answer refused = admin.post("/api/v1/api-clients", """
                {"terminalId": "%s", "name": "Kasir", "scopes": ["ledger:read"]}"""
                .formatted(till(storeId()).text("terminalId")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry("/scopes", "scope_not_for_tills");
    }

    @Test
    void a_client_loses_at_once_what_it_may_no_longer() {
        Browser.Answer issued = client(till(storeId()).text("terminalId"));
        Browser system = caller(token(issued));
        assertThat(system.get("/api/v1/stores").status()).isEqualTo(200);

        Browser.Answer changed = admin.put(
                clientPath(issued),
                admin.get(clientPath(issued)).header("ETag"),
                "{\"name\": \"Kasir baca\", \"scopes\": [\"members:lookup\"]}");

        assertThat(changed.text("name")).isEqualTo("Kasir baca");
        assertThat(system.get("/api/v1/stores").text("code")).isEqualTo("insufficient_scope");
    }

    @Test
    void a_store_manager_sees_to_the_tills_of_their_own_stores_only() {
        UUID own = ids.next();
        UUID other = ids.next();
        Caller manager = new Caller.SignedInStaff(ids.next(), EnumSet.of(Role.STORE_MANAGER), Set.of(own));

        assertThat(StaffStores.mayManage(manager, own)).isTrue();
        assertThat(StaffStores.mayManage(manager, other)).isFalse();
        assertThat(StaffStores.seesAll(manager)).isFalse();
    }

    @Test
    void an_auditor_sees_everything_and_changes_nothing() {
        Browser auditor = backOffice.staff(Role.AUDITOR);
        String store = storeId();
        String terminal = till(store).text("terminalId");

        assertThat(auditor.get("/api/v1/stores/" + store + "/terminals").body()).contains(terminal);
        assertThat(auditor.get("/api/v1/api-clients").status()).isEqualTo(200);
        assertThat(auditor.post("/api/v1/stores/" + store + "/terminals", "{\"code\": \"9\", \"name\": \"\"}").status())
                .isEqualTo(403);
        assertThat(auditor.post("/api/v1/partners", "{\"code\": \"x\", \"name\": \"X\"}").status()).isEqualTo(403);
    }

    private String storeId() {
        return created("/api/v1/stores", """
                {"partnerId": "%s", "code": "%s", "name": "Toko", "timeZone": "Asia/Jakarta", "region": ""}"""
                        .formatted(PublicId.PARTNER.format(shop.store().partnerId()), code()))
                .text("storeId");
    }

    private Browser.Answer till(String store) {
        return created("/api/v1/stores/" + store + "/terminals", "{\"code\": \"1\", \"name\": \"Dekat pintu\"}");
    }

    private Browser.Answer client(String terminal) {
        return created("/api/v1/api-clients", """
                {"terminalId": "%s", "name": "Kasir 1", "scopes": ["purchases:write", "members:lookup"]}"""
                .formatted(terminal));
    }

    private static String clientPath(Browser.Answer issued) {
        return "/api/v1/api-clients/" + issued.json().get("client").get("apiClientId").getStringValue();
    }

    private Browser.Answer token(Browser.Answer issued) {
        return backOffice.stranger().postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + issued.text("clientId") + "&client_secret="
                        + issued.text("clientSecret"));
    }

    private Browser caller(Browser.Answer token) {
        return backOffice.stranger().with("Authorization", "Bearer " + token.text("access_token"));
    }

    private Browser.Answer created(String path, String body) {
        Browser.Answer answer = admin.post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private String code() {
        return "k" + ids.next().toString().replace("-", "");
    }
}
