package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.kernel.Version;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class StaffPeopleTest {

    @Inject
    StaffDesk desk;

    @Inject
    StaffPeople people;

    @Inject
    TestShop shop;

    @Inject
    Transactions transactions;

    @Inject
    SystemClock clock;

    StaffDesk.Person ayu;
    Browser administrator;
    String email;

    @BeforeEach
    void sign_an_administrator_in() {
        shop.open();
        ayu = desk.hire(Role.ADMINISTRATOR);
        administrator = desk.signedIn(ayu);
        email = desk.newEmail();
    }

    @Test
    void the_invited_person_chooses_a_password_and_is_in() {
        Browser.Answer invited = invite("marketer", "");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.text("state")).isEqualTo("invited");
        assertThat(invited.text("invitedUntil")).isNotEmpty();
        Browser browser = desk.browser();
        String token = desk.token(email);

        Browser.Answer looked = browser.post("/api/v1/staff/invitation-lookup", "{\"token\":\"%s\"}".formatted(token));
        assertThat(looked.text("email")).isEqualTo(email);
        assertThat(looked.text("name")).isEqualTo("Dian Sastro");
        Browser.Answer accepted = accept(browser, token, TestMembers.PASSWORD);

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.text("kind")).isEqualTo("staff");
        assertThat(accepted.text("displayName")).isEqualTo("Dian");
        assertThat(browser.get("/api/v1/staff/me").text("email")).isEqualTo(email);
        assertThat(read(invited).text("state")).isEqualTo("active");
        assertThat(desk.signIn(desk.browser(), email, TestMembers.PASSWORD, "").status()).isEqualTo(201);
        assertThat(accept(desk.browser(), token, TestMembers.PASSWORD).text("code")).isEqualTo("link_invalid");
    }

    @Test
    void nobody_signs_in_on_an_invitation_alone() {
        invite("marketer", "");

        assertThat(desk.signIn(desk.browser(), email, TestMembers.PASSWORD, "").text("code")).isEqualTo("sign_in_failed");
    }

    @Test
    void a_weak_password_does_not_use_the_invitation_up() {
        invite("marketer", "");

        Browser.Answer refused = accept(desk.browser(), desk.token(email), "1234");
        assertThat(refused.fieldCodes()).containsEntry("/password", "password_too_short");
        assertThat(accept(desk.browser(), desk.token(email), TestMembers.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_newer_invitation_ends_the_older_one() {
        Browser.Answer invited = invite("marketer", "");
        String older = desk.token(email);

        assertThat(administrator.post(path(invited) + "/invitation", "").status()).isEqualTo(200);

        assertThat(desk.mails(email)).isEqualTo(2);
        assertThat(accept(desk.browser(), older, TestMembers.PASSWORD).text("code")).isEqualTo("link_invalid");
        assertThat(accept(desk.browser(), desk.token(email), TestMembers.PASSWORD).status()).isEqualTo(201);
        assertThat(administrator.post(path(invited) + "/invitation", "").text("code")).isEqualTo("invitation_accepted");
    }

    @Test
    void an_invitation_lapses_after_seven_days() {
        Browser.Answer invited = invite("marketer", "");
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE staff_link SET expires_at = ? WHERE staff_id = ? AND expires_at > ?")) {
                update.setObject(1, Sql.time(clock.now().minusSeconds(1)));
                update.setBytes(2, UuidBytes.of(id(invited)));
                update.setObject(3, Sql.time(clock.now().plusSeconds(7 * 86_400 - 60)));
                assertThat(update.executeUpdate()).isEqualTo(1);
                return null;
            }
        });

        assertThat(accept(desk.browser(), desk.token(email), TestMembers.PASSWORD).text("code")).isEqualTo("link_invalid");
        assertThat(read(invited).text("state")).isEqualTo("invited");
    }

    @Test
    void a_taken_email_is_refused_whatever_its_case() {
        invite("marketer", "");
        email = email.toUpperCase();

        assertThat(invite("analyst", "").fieldCodes()).containsEntry("/email", "email_taken");
    }

    @Test
    void a_store_manager_has_stores_and_nobody_else() {
        assertThat(invite("store_manager", "").fieldCodes()).containsEntry("/stores", "stores_needed");
        assertThat(invite("analyst", ownStore()).fieldCodes()).containsEntry("/stores", "stores_without_role");
        assertThat(invite("store_manager", PublicId.STORE.format(new UUID(1, 1))).fieldCodes())
                .containsEntry("/stores", "store_unknown");
        assertThat(invite("store_manager", "nowhere").fieldCodes()).containsEntry("/stores", "store_unknown");

        assertThat(invite("store_manager", ownStore()).status()).isEqualTo(201);
        Browser browser = desk.browser();
        Browser.Answer session = accept(browser, desk.token(email), TestMembers.PASSWORD);
        assertThat(session.json().get("stores").get(0).getStringValue()).isEqualTo(ownStore());
        assertThat(browser.get("/api/v1/session").json().get("stores").get(0).getStringValue()).isEqualTo(ownStore());
    }

    @Test
    void the_stores_of_a_store_manager_stand_in_the_caller() {
        StaffDesk.Person manager = desk.hire(Role.SERVICE_AGENT);
        String change = "{\"name\":\"Rina\",\"language\":\"id\",\"roles\":[\"store_manager\"],\"stores\":[\"" + ownStore() + "\"]}";
        assertThat(put(manager, "\"1\"", change).status()).isEqualTo(200);
        Browser browser = desk.signedIn(manager);

        assertThat(browser.get("/api/v1/access-trials/stores").body()).isEqualTo("[\"" + shop.store().id() + "\"]");
    }

    @Test
    void a_change_needs_the_version_it_was_made_from_and_acts_on_whoever_is_signed_in() {
        StaffDesk.Person rina = desk.hire(Role.SERVICE_AGENT);
        Browser browser = desk.signedIn(rina);
        assertThat(browser.get("/api/v1/access-trials/marketer").status()).isEqualTo(403);
        String tag = administrator.get("/api/v1/staff/" + rina.publicId()).header("ETag");
        String change = "{\"name\":\"Rina\",\"language\":\"en\",\"roles\":[\"marketer\"],\"stores\":[]}";

        assertThat(put(rina, "", change).text("code")).isEqualTo("version_required");
        Browser.Answer changed = put(rina, tag, change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(put(rina, tag, change).text("code")).isEqualTo("changed_meanwhile");
        assertThat(browser.get("/api/v1/access-trials/marketer").status()).isEqualTo(200);
    }

    @Test
    void nobody_changes_their_own_roles_or_disables_themselves() {
        desk.hire(Role.ADMINISTRATOR);
        String own = "/api/v1/staff/" + ayu.publicId();
        String same = "{\"name\":\"Ayu Lestari\",\"language\":\"id\",\"roles\":[\"administrator\"],\"stores\":[]}";

        assertThat(put(ayu, "\"1\"", same.replace("[\"administrator\"]", "[\"administrator\",\"finance\"]")).text("code"))
                .isEqualTo("own_account");
        assertThat(administrator.send("PUT", own + "/suspension", "", "").text("code")).isEqualTo("own_account");
        assertThat(administrator.delete(own + "/second-factor").text("code")).isEqualTo("own_account");
        assertThat(put(ayu, "\"1\"", same).status()).isEqualTo(200);
    }

    @Test
    void the_last_administrator_is_neither_disabled_nor_demoted() {
        Caller another = new Caller.SignedInStaff(new UUID(5, 5), Set.of(Role.ADMINISTRATOR));
        ChangeStaffRequest demotion = new ChangeStaffRequest("Ayu", "id", List.of("analyst"), List.of());

        assertThatThrownBy(() -> transactions.write(connection -> {
                    assertThat(onlyAdministrator(ayu.id())).isPositive();
                    assertThatThrownBy(() -> people.disable(another, ayu.id())).satisfies(StaffPeopleTest::isLastAdministrator);
                    assertThatThrownBy(() -> people.change(another, ayu.id(), new Version(1), demotion))
                            .satisfies(StaffPeopleTest::isLastAdministrator);
                    throw new IllegalStateException("leave everything as it was");
                }))
                .isInstanceOf(IllegalStateException.class);
        desk.hire(Role.ADMINISTRATOR);
        assertThat(people.disable(another, ayu.id()).state()).isEqualTo(StaffState.DISABLED);
    }

    @Test
    void who_is_disabled_is_out_at_once_and_back_in_once_enabled() {
        StaffDesk.Person rina = desk.hire(Role.SERVICE_AGENT);
        Browser browser = desk.signedIn(rina);

        assertThat(suspend(rina).text("state")).isEqualTo("disabled");

        assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(401);
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(401);
        assertThat(administrator.post("/api/v1/staff/" + rina.publicId() + "/password-link", "").text("code"))
                .isEqualTo("staff_not_active");
        assertThat(administrator.delete("/api/v1/staff/" + rina.publicId() + "/suspension").text("state")).isEqualTo("active");
        assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(401);
        assertThat(desk.signIn(desk.browser(), rina.email(), TestMembers.PASSWORD, "").status()).isEqualTo(201);
    }

    @Test
    void who_is_disabled_before_coming_in_needs_a_new_invitation() {
        Browser.Answer invited = invite("marketer", "");
        administrator.send("PUT", path(invited) + "/suspension", "", "");
        assertThat(accept(desk.browser(), desk.token(email), TestMembers.PASSWORD).text("code")).isEqualTo("link_invalid");
        assertThat(administrator.post(path(invited) + "/invitation", "").text("code")).isEqualTo("staff_not_active");

        assertThat(administrator.delete(path(invited) + "/suspension").text("state")).isEqualTo("invited");

        assertThat(accept(desk.browser(), desk.token(email), TestMembers.PASSWORD).text("code")).isEqualTo("link_invalid");
        administrator.post(path(invited) + "/invitation", "");
        assertThat(accept(desk.browser(), desk.token(email), TestMembers.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void the_list_goes_by_name_page_by_page() {
        desk.hire(Role.FINANCE);
        Browser.Answer first = administrator.get("/api/v1/staff?state=active&limit=1");
        Browser.Answer second =
                administrator.get("/api/v1/staff?state=active&limit=1&cursor=" + first.text("nextCursor"));

        assertThat(first.json().get("items").size()).isEqualTo(1);
        assertThat(second.json().get("items").get(0).get("staffId"))
                .isNotEqualTo(first.json().get("items").get(0).get("staffId"));
        assertThat(administrator.get("/api/v1/staff?state=gone").status()).isEqualTo(422);
    }

    @Test
    void others_do_not_invite() {
        Browser auditor = desk.signedIn(desk.hire(Role.AUDITOR));

        assertThat(auditor.get("/api/v1/staff").status()).isEqualTo(200);
        assertThat(auditor.post("/api/v1/staff", invitation("auditor", "")).text("code")).isEqualTo("forbidden");
    }

    private Browser.Answer invite(String role, String store) {
        return administrator.post("/api/v1/staff", invitation(role, store));
    }

    private String invitation(String role, String store) {
        return "{\"name\":\"Dian Sastro\",\"email\":\"%s\",\"language\":\"id\",\"roles\":[\"%s\"],\"stores\":[%s]}"
                .formatted(email, role, store.isEmpty() ? "" : "\"" + store + "\"");
    }

    private static Browser.Answer accept(Browser browser, String token, String password) {
        return browser.post(
                "/api/v1/staff/invitation-acceptance",
                "{\"token\":\"%s\",\"name\":\"Dian\",\"password\":\"%s\"}".formatted(token, password));
    }

    private String ownStore() {
        return PublicId.STORE.format(shop.store().id());
    }

    private static String path(Browser.Answer person) {
        return "/api/v1/staff/" + person.text("staffId");
    }

    private static UUID id(Browser.Answer person) {
        return PublicId.STAFF.parse(person.text("staffId")).orElseThrow();
    }

    private Browser.Answer read(Browser.Answer person) {
        return administrator.get(path(person));
    }

    private Browser.Answer put(StaffDesk.Person person, String tag, String body) {
        return administrator.with("If-Match", tag).send("PUT", "/api/v1/staff/" + person.publicId(), "application/json", body);
    }

    private Browser.Answer suspend(StaffDesk.Person person) {
        return administrator.send("PUT", "/api/v1/staff/" + person.publicId() + "/suspension", "", "");
    }

    private int onlyAdministrator(UUID id) {
        return transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE staff SET state = 'disabled' WHERE id <> ? AND state = 'active'")) {
                desk.hire(Role.ADMINISTRATOR);
                update.setBytes(1, UuidBytes.of(id));
                return update.executeUpdate();
            }
        });
    }

    private static void isLastAdministrator(Throwable refusal) {
        assertThat(((Problem) refusal).code()).isEqualTo(ProblemCode.LAST_ADMINISTRATOR);
    }
}
