package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.AuditTrail;
import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff write rules over HTTP. Every rule here is for a category of its own, or ends before it could judge anything. */
@SetiaTest
class RuleEditingTest {

    private static final String RULES = "/api/v1/rules";

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    PartnerDirectory partners;

    @Inject
    EarningRules rules;

    @Inject
    AuditTrail audit;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Inject
    Json json;

    private Browser rina;
    private String category;

    @BeforeEach
    void sign_in() {
        shop.open();
        rina = staff.signedIn(Role.MARKETER);
        category = "Uji " + ids.next();
    }

    @Test
    void a_new_rule_is_told_as_a_sentence_with_a_computed_example() {
        Browser.Answer made = create(multiplier("2"));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.text("state")).isEqualTo("scheduled");
        assertThat(text(made.json(), "sentence", "id"))
                .startsWith("2× poin untuk kategori " + category + ", Sabtu–Minggu, mulai ");
        assertThat(text(made.json(), "sentence", "en"))
                .startsWith("2× points on the category " + category + ", Saturday–Sunday, from ");
        assertThat(text(made.json(), "example", "id")).isEqualTo("Belanja Rp50.000 memberi 100 poin, bukan 50 poin");
        assertThat(versions(made)).singleElement().satisfies(version -> {
            assertThat(text(version, "publishedBy")).isEqualTo("Rina Wijaya");
            assertThat(text(version, "state")).isEqualTo("scheduled");
        });
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void a_minimum_is_kept_through_editing_and_told_in_the_sentence() {
        Browser.Answer made = create(bonusFrom("250000"));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(text(made.json(), "sentence", "id"))
                .startsWith("Bonus 50 poin tiap belanja mulai Rp250.000 untuk kategori " + category);
        assertThat(text(made.json(), "example", "id")).startsWith("Belanja Rp250.000 memberi 300 poin, bukan 250 poin");
        assertThat(text(versions(made).getFirst(), "terms", "conditions", "minimum", "amount")).isEqualTo("250000");
        assertThat(create(bonusFrom("-1")).fieldCodes())
                .containsEntry("/terms/conditions/minimum/amount", "must_not_be_negative");
    }

    private String bonusFrom(String minimum) {
        return terms(
                "bonus",
                "\"points\":50",
                "{\"categories\":[\"" + category + "\"],\"minimum\":{\"amount\":\"" + minimum + "\",\"currency\":\"IDR\"}}");
    }

    @Test
    void a_rule_judges_from_its_first_moment_on_at_least_half_a_minute_ahead() {
        Browser.Answer made = create(multiplier("3"));
        Instant from = Instant.parse(text(versions(made).getFirst(), "from"));

        assertThat(from).isAfter(clock.now().plusSeconds(20));
        assertThat(inForce(made, from)).isTrue();
        assertThat(inForce(made, from.minusMillis(1))).isFalse();

        Browser.Answer tooEarly = rina.post(RULES, request(code(), multiplier("3"), clock.now().plusSeconds(10), null));
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.fieldCodes()).containsEntry("/from", "start_too_early");
    }

    @Test
    void a_change_is_a_new_version_and_the_one_before_stays_as_it_was() {
        Browser.Answer made = create(multiplier("2"));
        String before = versions(made).getFirst().get("terms").toString();

        Browser.Answer changed = change(made, "\"1\"", multiplier("3"));

        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(versions(changed)).hasSize(2);
        assertThat(versions(changed).getLast().get("terms").toString()).isEqualTo(before);
        assertThat(text(versions(changed).getFirst().get("terms"), "factor")).isEqualTo("3");
    }

    @Test
    void of_two_who_edit_the_same_version_the_second_is_refused() {
        Browser.Answer made = create(multiplier("2"));
        assertThat(change(made, "\"1\"", multiplier("3")).status()).isEqualTo(201);

        Browser.Answer second = change(made, "\"1\"", multiplier("4"));
        Browser.Answer blind = change(made, "", multiplier("4"));

        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("code")).isEqualTo("changed_meanwhile");
        assertThat(blind.status()).isEqualTo(428);
        assertThat(versions(rina.get(RULES + "/" + made.text("ruleId")))).hasSize(2);
    }

    @Test
    void a_rule_ends_and_can_only_end_once() {
        Browser.Answer made = create(multiplier("2"));
        Instant at = clock.now().plus(Duration.ofDays(30));

        Browser.Answer ended = end(made, "\"1\"", "{\"at\":\"" + at + "\"}");

        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(versions(ended).getFirst().get("end").getBooleanValue()).isTrue();
        assertThat(inForce(made, at.minusSeconds(1))).isTrue();
        assertThat(inForce(made, at)).isFalse();
        assertThat(end(made, "\"1\"", "{}").text("code")).isEqualTo("changed_meanwhile");
    }

    @Test
    void the_same_code_twice_is_refused_so_that_nothing_counts_double() {
        String code = code();
        assertThat(rina.post(RULES, request(code, multiplier("2"), null, null)).status()).isEqualTo(201);

        Browser.Answer again = rina.post(RULES, request(code, multiplier("2"), null, null));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.fieldCodes()).isEqualTo(Map.of("/code", "code_taken"));
    }

    @Test
    void everything_wrong_with_a_rule_is_told_at_its_place() {
        Browser.Answer refused = rina.post(
                RULES,
                request(
                        code(),
                        """
                        {"kind":"multiplier","name":{"id":"","en":"%s"},"points":5,"factor":"1",
                         "conditions":{"categories":["Kopi"," "],"tiers":["gold","platinum"],"weekdays":[]},
                         "expiryMonths":12,"funderId":"par_00000000000000000000000000"}"""
                                .formatted("x".repeat(81)),
                        null,
                        null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fieldCodes())
                .containsOnly(
                        Map.entry("/terms/name/id", "required"),
                        Map.entry("/terms/name/en", "size"),
                        Map.entry("/terms/points", "must_be_absent"),
                        Map.entry("/terms/factor", "factor_out_of_range"),
                        Map.entry("/terms/conditions/categories/1", "must_not_be_blank"),
                        Map.entry("/terms/conditions/tiers/1", "value_unknown"),
                        Map.entry("/terms/funderId", "partner_unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "/per, required, '\"points\":1'",
        "/per/amount, too_small, '\"points\":1,\"per\":{\"amount\":\"0.5\",\"currency\":\"IDR\"}'",
        "/per/currency, currency_not_program, '\"points\":1,\"per\":{\"amount\":\"1000\",\"currency\":\"USD\"}'",
        "/points, too_large, '\"points\":1001,\"per\":{\"amount\":\"1000\",\"currency\":\"IDR\"}'",
        "/points, required, '\"per\":{\"amount\":\"1000\",\"currency\":\"IDR\"}'"
    })
    void a_base_rule_needs_points_and_an_amount(String pointer, String code, String effect) {
        Browser.Answer refused = rina.post(RULES + "/preview", terms("base", effect, "{}"));

        assertThat(refused.fieldCodes()).isEqualTo(Map.of(pointer, code));
    }

    @Test
    void the_join_bonus_asks_for_nothing() {
        Browser.Answer told = rina.post(RULES + "/preview", terms("join_bonus", "\"points\":250", "{}"));
        Browser.Answer refused =
                rina.post(RULES + "/preview", terms("join_bonus", "\"points\":250", "{\"tiers\":[\"gold\"]}"));

        assertThat(text(told.json(), "sentence", "id")).isEqualTo("250 poin saat bergabung");
        assertThat(text(told.json(), "example", "en")).isEqualTo("A new member gets 250 points");
        assertThat(refused.fieldCodes()).isEqualTo(Map.of("/conditions", "must_be_absent"));
    }

    @Test
    void the_kind_of_a_rule_stays() {
        Browser.Answer made = create(multiplier("2"));

        Browser.Answer refused = change(made, "\"1\"", terms("bonus", "\"points\":5", "{\"categories\":[\"" + category + "\"]}"));

        assertThat(refused.fieldCodes()).isEqualTo(Map.of("/terms/kind", "kind_fixed"));
    }

    @Test
    void what_is_read_can_be_sent_back_as_a_change() {
        Browser.Answer made = create(multiplier("2.5"));

        Browser.Answer changed = change(made, "\"1\"", json.write(made.json().get("terms")));

        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(changed.json().get("terms")).isEqualTo(made.json().get("terms"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SERVICE_AGENT", "FINANCE", "ANALYST", "AUDITOR"})
    void others_read_but_do_not_write(Role role) {
        Browser reader = staff.signedIn(role);

        assertThat(reader.get(RULES).status()).isEqualTo(200);
        assertThat(reader.post(RULES, request(code(), multiplier("2"), null, null)).status()).isEqualTo(403);
    }

    @Test
    void store_managers_have_no_part_in_it() {
        assertThat(staff.signedIn(Role.STORE_MANAGER).get(RULES).status()).isEqualTo(403);
    }

    @Test
    void the_form_is_told_who_can_pay() {
        JsonNode funders = rina.get(RULES + "/choices").json().get("funders");

        assertThat(text(funders.get(0), "partnerId"))
                .as("the owner comes first")
                .isEqualTo(PublicId.PARTNER.format(partners.owner().id()));
    }

    private String code() {
        return "uji-" + ids.next();
    }

    private Browser.Answer create(String terms) {
        return rina.post(RULES, request(code(), terms, null, clock.now().plus(Duration.ofDays(90))));
    }

    private Browser.Answer change(Browser.Answer rule, String version, String terms) {
        return rina.with("If-Match", version)
                .post(RULES + "/" + rule.text("ruleId") + "/versions", "{\"terms\":" + terms + "}");
    }

    private Browser.Answer end(Browser.Answer rule, String version, String body) {
        return rina.with("If-Match", version)
                .send("PUT", RULES + "/" + rule.text("ruleId") + "/end", "application/json", body);
    }

    private String multiplier(String factor) {
        return terms(
                "multiplier",
                "\"factor\":\"" + factor + "\"",
                "{\"categories\":[\"" + category + "\"],\"weekdays\":[\"saturday\",\"sunday\"]}");
    }

    private String terms(String kind, String effect, String conditions) {
        return """
                {"kind":"%s","name":{"id":"Kopi akhir pekan","en":"Weekend coffee"},%s,"conditions":%s,
                 "expiryMonths":12,"funderId":"%s"}"""
                .formatted(
                        kind, effect, conditions, PublicId.PARTNER.format(partners.owner().id()));
    }

    private static String request(String code, String terms, Instant from, Instant until) {
        return "{\"code\":\"" + code + "\",\"terms\":" + terms
                + (from == null ? "" : ",\"from\":\"" + from + "\"")
                + (until == null ? "" : ",\"until\":\"" + until + "\"")
                + "}";
    }

    private boolean inForce(Browser.Answer rule, Instant moment) {
        String code = rule.text("code");
        return rules.book().inForce(Trigger.PURCHASE, moment).stream().anyMatch(version -> version.code().equals(code));
    }

    private static List<JsonNode> versions(Browser.Answer rule) {
        return StreamSupport.stream(rule.json().get("versions").values().spliterator(), false).toList();
    }

    private static String text(JsonNode node, String... names) {
        JsonNode found = node;
        for (String name : names) {
            found = found.get(name);
        }
        return found.getStringValue().replace('\u00a0', ' ');
    }
}
