package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.program.Settings;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a rule over HTTP, from a draft to a version in force, alone or with a second person. */
@SetiaTest
class RuleDraftTest {

    private static final String DRAFTS = "/api/v1/rule-drafts";

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    Settings settings;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private Browser rina;
    private String category;

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
        category = "Uji " + ids.next();
    }

    @AfterEach
    void no_limit_is_left() {
        limit(RulePublicationPolicy.USUAL);
    }

    @Test
    void a_draft_is_written_reviewed_and_published_as_a_version() {
        Browser.Answer draft = begin("2", null);
        assertThat(draft.text("state")).isEqualTo("draft");
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        Browser.Answer changed = rina.put(path(draft), "\"1\"", body(draft.text("code"), "3", null));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        Browser.Answer submitted = rina.put(path(draft) + "/review", "\"2\"", "");
        assertThat(submitted.text("state")).as(submitted.body()).isEqualTo("in_review");
        assertThat(rina.put(path(draft), "\"2\"", body(draft.text("code"), "4", null)).text("code"))
                .isEqualTo("changed_meanwhile");

        Browser.Answer published = rina.put(path(draft) + "/publication", "\"3\"", "");

        assertThat(published.text("state")).as(published.body()).isEqualTo("published");
        Browser.Answer rule = rina.get("/api/v1/rules/" + published.text("publishedRuleId"));
        assertThat(rule.text("state")).isEqualTo("scheduled");
        assertThat(rule.json().get("terms").get("factor").getStringValue()).isEqualTo("3");
        assertThat(rule.text("code")).isEqualTo(draft.text("code"));
        assertThat(rina.put(path(draft) + "/publication", "\"4\"", "").text("code")).isEqualTo("rule_draft_fixed");
        assertThat(rina.put("/api/v1/rules/" + rule.text("ruleId") + "/stop", "", "{\"reason\":\"Selesai\"}").status())
                .isEqualTo(200);
    }

    @Test
    void a_draft_of_a_change_becomes_the_next_version() {
        Browser.Answer first = begin("2", null);
        String rule = rina.put(path(first) + "/publication", "\"1\"", "").text("publishedRuleId");
        Browser.Answer change = rina.post(
                DRAFTS, "{\"ruleId\":\"" + rule + "\",\"terms\":" + terms("2.5") + "," + far() + "}");
        assertThat(change.status()).as(change.body()).isEqualTo(201);

        Browser.Answer published = rina.put(path(change) + "/publication", "\"1\"", "");

        assertThat(published.text("publishedVersion")).as(published.body()).isEqualTo("2");
        assertThat(rina.post(DRAFTS, "{\"ruleId\":\"" + rule + "\",\"terms\":"
                        + terms("2").replace("\"multiplier\"", "\"bonus\"").replace("\"factor\":\"2\"", "\"points\":5")
                        + "}").fieldCodes())
                .containsEntry("/terms/kind", "kind_fixed");
        rina.put("/api/v1/rules/" + rule + "/stop", "", "{\"reason\":\"Selesai\"}");
    }

    @Test
    void above_the_limit_a_second_person_has_to_agree_and_nobody_agrees_with_themselves() {
        limit(new RulePublicationPolicy(1_000L, null, List.of("finance", "marketer")));
        Browser.Answer draft = begin("2", 5_000L, joining());

        Browser.Answer waiting = rina.put(path(draft) + "/publication", "\"1\"", "");

        assertThat(waiting.text("state")).as(waiting.body()).isEqualTo("waiting");
        assertThat(waiting.json().get("estimate").get("pointsPerMonth").getIntValue()).isEqualTo(5_000);
        assertThat(rina.post("/api/v1/approvals/" + waiting.text("approvalId") + "/approval", "{}").status()).isEqualTo(403);
        assertThat(rina.put(path(draft), "\"2\"", body(draft.text("code"), "3", null)).text("code"))
                .isEqualTo("rule_draft_fixed");
        Browser finance = staff.signedIn(Role.FINANCE);
        assertThat(finance.get("/api/v1/approvals").body()).contains(waiting.text("approvalId"));
        Browser.Answer yes = finance.post("/api/v1/approvals/" + waiting.text("approvalId") + "/approval", "{}");
        assertThat(yes.status()).as(yes.body()).isEqualTo(200);
        Browser.Answer published = rina.get(path(draft));
        assertThat(published.text("state")).isEqualTo("published");
        assertThat(rina.get("/api/v1/rules/" + published.text("publishedRuleId")).body()).contains("Rina Wijaya");
        rina.put("/api/v1/rules/" + published.text("publishedRuleId") + "/stop", "", "{\"reason\":\"Selesai\"}");
    }

    @Test
    void a_refused_draft_can_be_written_anew_and_a_waiting_one_taken_back() {
        limit(new RulePublicationPolicy(0L, null, List.of("finance")));
        Browser.Answer draft = begin("2", 10L, joining());
        String approval = rina.put(path(draft) + "/publication", "\"1\"", "").text("approvalId");
        staff.signedIn(Role.FINANCE).post("/api/v1/approvals/" + approval + "/rejection", "{\"note\":\"Terlalu mahal\"}");
        Browser.Answer rejected = rina.get(path(draft));
        assertThat(rejected.text("state")).isEqualTo("draft");
        assertThat(rejected.json().get("rejection").get("note").getStringValue()).isEqualTo("Terlalu mahal");
        assertThat(rejected.json().get("rejection").get("by").getStringValue()).isNotBlank();
        assertThat(rina.put(path(draft) + "/publication", "\"2\"", "").text("state")).isEqualTo("waiting");

        Browser.Answer back = rina.with("If-Match", "\"3\"").delete(path(draft) + "/review");

        assertThat(back.text("state")).as(back.body()).isEqualTo("draft");
        rina.with("If-Match", back.header("ETag"));
        assertThat(rina.delete(path(draft)).status()).isEqualTo(204);
        rina.with("If-Match", "");
        assertThat(rina.get(path(draft)).text("code")).isEqualTo("rule_draft_not_found");
    }

    @Test
    void nobody_goes_around_the_limit_by_publishing_at_once() {
        limit(new RulePublicationPolicy(0L, null, List.of("finance")));

        Browser.Answer refused =
                rina.post("/api/v1/rules", "{\"code\":\"uji-" + ids.next() + "\",\"terms\":" + joining() + "," + far() + "}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("second_person_needed");
        assertThat(refused.text("detail")).contains("points a month, more than the limit of 0 points", "Write it as a draft");
        Browser.Answer unstated = begin("2", null, joining());
        assertThat(rina.put(path(unstated) + "/publication", "\"1\"", "").fieldCodes())
                .containsEntry("/statedPointsPerMonth", "required");
    }

    @Test
    void the_limit_is_set_by_administrators_from_the_version_they_read() {
        Browser administrator = staff.signedIn(Role.ADMINISTRATOR);
        Browser.Answer before = administrator.get("/api/v1/settings/rule-publication");

        assertThat(administrator.put("/api/v1/settings/rule-publication", before.header("ETag"), "{\"approvers\":[\"king\"]}")
                        .fieldCodes())
                .containsEntry("/approvers", "role_unknown");
        assertThat(administrator.put("/api/v1/settings/rule-publication", before.header("ETag"), before.body()).status())
                .isEqualTo(200);
        assertThat(rina.put("/api/v1/settings/rule-publication", before.header("ETag"), before.body()).status())
                .isEqualTo(403);
    }

    private void limit(RulePublicationPolicy policy) {
        settings.change(
                RulePublicationPolicy.SETTING,
                policy,
                settings.read(RulePublicationPolicy.SETTING, RulePublicationPolicy.class, RulePublicationPolicy.USUAL)
                        .version());
    }

    private Browser.Answer begin(String factor, Long stated) {
        return begin(factor, stated, terms(factor));
    }

    private Browser.Answer begin(String factor, Long stated, String terms) {
        Browser.Answer draft = rina.post(DRAFTS, body("uji-" + ids.next(), terms, stated, true));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        return draft;
    }

    private String body(String code, String factor, Long stated) {
        return body(code, terms(factor), stated, true);
    }

    private String body(String code, String terms, Long stated, boolean far) {
        return "{\"code\":\"" + code + "\",\"terms\":" + terms + (far ? "," + far() : "")
                + (stated == null ? "" : ",\"statedPointsPerMonth\":" + stated) + "}";
    }

    /** So far ahead that no test's purchases are judged by it. */
    private String far() {
        return "\"from\":\"" + clock.now().plus(Duration.ofDays(400)) + "\"";
    }

    private String path(Browser.Answer draft) {
        return DRAFTS + "/" + draft.text("draftId");
    }

    private String terms(String factor) {
        return terms("\"kind\":\"multiplier\",\"factor\":\"" + factor + "\",\"conditions\":{\"categories\":[\"" + category
                + "\"]}", true);
    }

    /** A rule that past purchases say nothing of. */
    private String joining() {
        return terms("\"kind\":\"join_bonus\",\"points\":50", true);
    }

    private String terms(String what, boolean named) {
        return "{" + what + ",\"name\":{\"id\":\"Draf\",\"en\":\"Draft\"},\"expiryMonths\":12,\"funderId\":\""
                + PublicId.PARTNER.format(shop.store().partnerId()) + "\"}";
    }
}
