package id.setia.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.earning.Buyer;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.partners.Partner;
import id.setia.profiles.People.Person;
import id.setia.testing.Browser;
import id.setia.testing.Browser.Answer;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SetiaTest
class MemberViewsTest {

    private static final List<String> PERSONAL =
            List.of("email", "phone", "birthDate", "language", "joinedAt", "consents", "standing");

    @Inject
    TestProgram testProgram;

    @Inject
    People people;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    EarningRules rules;

    @BeforeEach
    void foundProgram() {
        testProgram.found();
    }

    @Test
    void members_see_themselves_whole() {
        Person budi = people.member("Budi", "profiling");

        Answer answer = people.browserOf(budi).get("/api/v1/members/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("memberId")).isEqualTo(budi.publicId());
        assertThat(answer.text("view")).isEqualTo("full");
        assertThat(answer.text("name")).isEqualTo(budi.name());
        assertThat(answer.text("email")).isEqualTo(budi.email());
        assertThat(answer.text("birthDate")).isEqualTo("1992-02-29");
        assertThat(answer.json().get("cards").get(0).get("number").getStringValue()).matches("6042[0-9]{8}");
        assertThat(answer.json().get("consents").get(0).get("purpose").getStringValue()).isEqualTo("profiling");
        assertThat(answer.json().get("standing").get("tier").get("code").getStringValue()).isEqualTo("red");
        assertThat(answer.json().get("standing").get("since").getStringValue()).isNotBlank();
        assertThat(answer.json().get("points").get("available").getLongValue()).isNotNegative();
    }

    @Test
    void other_members_are_as_if_they_were_not() {
        Person budi = people.member("Budi");
        Person sari = people.member("Sari");
        Browser browser = people.browserOf(budi);

        for (String part : List.of("", "/points", "/activity", "/purchases", "/standing", "/offers")) {
            assertNotFound(browser.get("/api/v1/members/" + sari.publicId() + part));
        }
        assertNotFound(browser.send(
                "PUT",
                "/api/v1/members/" + sari.publicId() + "/offers/off_00000000000000000000000000/activation",
                "",
                ""));
        assertThat(browser.post("/api/v1/members/lookup", "{\"email\":\"" + sari.email() + "\"}").status())
                .isEqualTo(403);
        assertThat(browser.post("/api/v1/members/search", "{\"query\":\"Sari\"}").status()).isEqualTo(403);
    }

    @Test
    void a_sale_at_another_partner_tells_it_nothing_of_what_the_member_spends_elsewhere() {
        Person budi = people.member("Budi");
        Partner cafe = people.otherPartner();
        Browser till = people.systemOf(cafe, Scope.PURCHASES_WRITE);
        String sale = """
                {"storeId":"%s","channel":"store","till":"1","receiptNumber":"%s","businessDate":"2026-11-20",
                "occurredAt":"%s","member":{"phone":"%s"},"total":{"amount":"5000","currency":"IDR"},"tenders":[],
                "lines":[{"position":1,"name":"Kopi","quantity":"1","amount":{"amount":"5000","currency":"IDR"}}]}
                """.formatted(
                PublicId.STORE.format(people.storeOf(cafe).id()), budi.publicId(), clock.now(), budi.phone());

        Answer first = till.post("/api/v1/purchases", sale);
        Answer again = till.post("/api/v1/purchases", sale);

        assertThat(first.text("state")).as(first.body()).isEqualTo("attached");
        assertThat(first.json().get("points")).isNotNull();
        assertThat(first.json().get("standing")).isNull();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("standing")).isNull();
    }

    @Test
    void another_partner_that_knows_an_address_or_an_id_learns_neither_whose_it_is_nor_what_they_have() {
        Person budi = people.member("Budi");
        Partner cafe = people.otherPartner();
        Browser till = people.systemOf(cafe, Scope.PURCHASES_WRITE, Scope.PURCHASES_READ);
        String store = PublicId.STORE.format(people.storeOf(cafe).id());
        for (String named : List.of("{\"email\":\"" + budi.email() + "\"}", "{\"memberId\":\"" + budi.publicId() + "\"}")) {
            String sale = sale(store, named.hashCode() + "", "Uji", budi)
                    .replaceFirst("\"member\":\\{[^}]*}", "\"member\":" + named);

            for (Answer answer : List.of(
                    till.post("/api/v1/purchases/quote", sale),
                    till.post("/api/v1/purchases", sale),
                    till.post("/api/v1/purchases", sale),
                    till.post("/api/v1/purchases/batch", "{\"purchases\":[" + sale + "]}"))) {
                assertThat(answer.status()).as(answer.body()).isLessThan(300);
                assertThat(answer.body()).doesNotContain(budi.publicId()).doesNotContain("\"available\"");
            }
        }
    }

    @Test
    void another_partner_is_not_told_of_rules_that_depend_on_who_the_member_is() {
        Person budi = people.member("Budi");
        Partner cafe = people.otherPartner();
        String category = "Uji " + budi.publicId();
        LocalText name = LocalText.of("Belanja pertama " + budi.id(), "First purchase " + budi.id());
        rules.publish(
                "first-" + budi.id(),
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories(category).by(new Buyer(Set.of(), true, null)),
                        new Effect.Bonus(7), 12, people.owner().id()),
                clock.now().minusSeconds(60),
                Optional.empty());
        Browser till = people.systemOf(cafe, Scope.PURCHASES_WRITE, Scope.PURCHASES_READ);
        String store = PublicId.STORE.format(people.storeOf(cafe).id());

        Answer quote = till.post("/api/v1/purchases/quote", sale(store, "1", category, budi));
        Answer first = till.post("/api/v1/purchases", sale(store, "1", category, budi));
        Answer read = till.get("/api/v1/purchases/" + first.text("purchaseId"));
        Answer second = till.post("/api/v1/purchases", sale(store, "2", category, budi));

        for (Answer answer : List.of(quote, first, read)) {
            assertThat(answer.body()).contains("An offer for members", "\"points\":7").doesNotContain(name.en());
        }
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.body()).doesNotContain(name.en()).doesNotContain("first purchase");
        assertThat(people.browserOf(budi).get("/api/v1/members/me/purchases").body()).contains(name.en());
    }

    private String sale(String store, String number, String category, Person member) {
        return """
                {"storeId":"%s","channel":"store","till":"1","receiptNumber":"%s","businessDate":"2026-11-20",
                "occurredAt":"%s","member":{"phone":"%s"},"total":{"amount":"5000","currency":"IDR"},"tenders":[],
                "lines":[{"position":1,"name":"Kopi","category":"%s","quantity":"1","amount":{"amount":"5000","currency":"IDR"}}]}
                """.formatted(store, number, clock.now().minusSeconds(30), member.phone(), category);
    }

    @Test
    void strangers_are_asked_to_sign_in() {
        Person budi = people.member("Budi");

        assertThat(people.stranger().get("/api/v1/members/me").status()).isEqualTo(401);
        assertThat(people.stranger().get("/api/v1/members/" + budi.publicId()).status()).isEqualTo(401);
    }

    @Test
    void an_unknown_member_is_not_found() {
        Browser till = people.systemOf(people.owner(), Scope.MEMBERS_READ);

        assertNotFound(till.get("/api/v1/members/mem_00000000000000000000000000"));
        assertNotFound(till.get("/api/v1/members/budi"));
        assertNotFound(till.get("/api/v1/members/me"));
        assertNotFound(till.post("/api/v1/members/lookup", "{\"card\":\"6042 0000 0000\"}"));
    }

    @Test
    void the_owners_systems_see_the_whole_member_with_members_read_and_the_masked_one_with_members_lookup() {
        Person budi = people.member("Budi");
        Browser whole = people.systemOf(people.owner(), Scope.MEMBERS_READ);
        Browser till = people.systemOf(people.owner(), Scope.MEMBERS_LOOKUP);

        assertThat(whole.get("/api/v1/members/" + budi.publicId()).text("email")).isEqualTo(budi.email());
        assertMasked(till.get("/api/v1/members/" + budi.publicId()), budi);
        assertMasked(till.post("/api/v1/members/lookup", "{\"phone\":\"" + budi.phone() + "\"}"), budi);
        assertThat(till.get("/api/v1/members/" + budi.publicId() + "/activity").text("code"))
                .isEqualTo("insufficient_scope");
    }

    @Test
    void another_partner_without_consent_sees_the_masked_member_who_shows_a_card_and_nothing_else() {
        Person budi = people.member("Budi");
        Browser other = people.systemOf(people.otherPartner(), Scope.MEMBERS_READ, Scope.MEMBERS_LOOKUP);
        String card = people.browserOf(budi)
                .get("/api/v1/members/me")
                .json()
                .get("cards")
                .get(0)
                .get("number")
                .getStringValue();

        assertMasked(other.post("/api/v1/members/lookup", "{\"card\":\"" + card + "\"}"), budi);
        assertMasked(other.post("/api/v1/members/lookup", "{\"phone\":\"" + budi.phone() + "\"}"), budi);
        assertNotFound(other.post("/api/v1/members/lookup", "{\"email\":\"" + budi.email() + "\"}"));
        for (String part : List.of("", "/points", "/activity", "/purchases", "/standing")) {
            assertNotFound(other.get("/api/v1/members/" + budi.publicId() + part));
        }
    }

    @Test
    void another_partner_sees_the_whole_member_who_shares_with_partners() {
        Person budi = people.member("Budi", "partner_sharing");
        Browser other = people.systemOf(people.otherPartner(), Scope.MEMBERS_READ);

        assertThat(other.get("/api/v1/members/" + budi.publicId()).text("view")).isEqualTo("full");
        assertThat(other.post("/api/v1/members/lookup", "{\"email\":\"" + budi.email() + "\"}").text("email"))
                .isEqualTo(budi.email());
    }

    @Test
    void a_token_without_scope_for_members_is_refused() {
        Person budi = people.member("Budi");
        Browser till = people.systemOf(people.owner(), Scope.PURCHASES_WRITE);

        Answer answer = till.get("/api/v1/members/" + budi.publicId());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("insufficient_scope");
    }

    @Test
    void a_lookup_names_exactly_one_thing_that_was_shown() {
        Browser till = people.systemOf(people.owner(), Scope.MEMBERS_LOOKUP);

        assertThat(till.post("/api/v1/members/lookup", "{}").status()).isEqualTo(422);
        assertThat(till.post("/api/v1/members/lookup", "{\"card\":\"1\",\"phone\":\"2\"}").fieldCodes())
                .containsValue("exactly_one_of");
    }

    @Test
    void what_staff_look_at_is_on_the_audit_trail() {
        Person budi = people.member("Budi");
        Browser agent = people.staffWith(Role.SERVICE_AGENT);

        assertThat(agent.get("/api/v1/members/" + budi.publicId()).text("email")).isEqualTo(budi.email());
        assertThat(agent.get("/api/v1/members/" + budi.publicId() + "/activity").status()).isEqualTo(200);

        assertThat(auditedActions(budi.id())).contains("member.viewed", "member.activity_viewed");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_AGENT", "MARKETER", "ANALYST", "AUDITOR", "STORE_MANAGER", "FINANCE"})
    void contacts_and_birth_date_are_for_staff_who_serve_members(Role role) {
        Person budi = people.member("Budi");
        Browser browser = people.staffWith(role);
        boolean serves = role == Role.SERVICE_AGENT;

        Answer member = browser.get("/api/v1/members/" + budi.publicId());
        Answer shown = browser.post("/api/v1/members/lookup", "{\"phone\":\"" + budi.phone() + "\"}");
        Answer found = browser.post("/api/v1/members/search", "{\"query\":\"" + budi.phone() + "\"}");

        for (Answer answer : List.of(member, shown)) {
            assertThat(answer.text("view")).as(answer.body()).isEqualTo("full");
            assertThat(answer.text("name")).isEqualTo(budi.name());
            assertThat(answer.text("email")).isEqualTo(serves ? budi.email() : masked(budi));
            assertThat(answer.text("phone")).isEqualTo(serves ? budi.phone() : maskedPhone(budi));
            assertThat(answer.json().get("birthDate") != null).isEqualTo(serves);
        }
        assertThat(found.json().get("items").get(0).get("email").getStringValue())
                .isEqualTo(serves ? budi.email() : masked(budi));
    }

    private static String masked(Person person) {
        return person.email().charAt(0) + "•••@example.com";
    }

    private static String maskedPhone(Person person) {
        return "+62 812-••••-" + person.phone().substring(person.phone().length() - 4);
    }

    @Test
    void staff_find_members_by_card_address_and_name() {
        Person budi = people.member("Budi");
        Browser agent = people.staffWith(Role.MARKETER);
        String unique = budi.name().substring("Budi ".length());

        assertFound(agent, budi.email(), budi, "email");
        assertFound(agent, budi.name(), budi, "name");
        assertFound(agent, unique, budi, "name");
        String card = people.browserOf(budi)
                .get("/api/v1/members/me")
                .json()
                .get("cards")
                .get(0)
                .get("number")
                .getStringValue();
        assertFound(agent, card.substring(0, 4) + " " + card.substring(4, 8) + " " + card.substring(8), budi, "card");
        assertThat(agent.post("/api/v1/members/search", "{\"query\":\"%%\"}").json().get("items").size())
                .isZero();
    }

    private static void assertFound(Browser agent, String query, Person person, String matched) {
        Answer answer = agent.post("/api/v1/members/search", "{\"query\":\"" + query + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items").size()).isEqualTo(1);
        assertThat(answer.json().get("items").get(0).get("memberId").getStringValue()).isEqualTo(person.publicId());
        assertThat(answer.json().get("items").get(0).get("matched").getStringValue()).isEqualTo(matched);
        assertThat(answer.json().get("items").get(0).get("tier").get("code").getStringValue()).isEqualTo("red");
    }

    private static void assertMasked(Answer answer, Person person) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("view")).isEqualTo("masked");
        assertThat(answer.text("name")).startsWith("B•••").doesNotContain(person.name());
        assertThat(answer.json().get("tier").get("code").getStringValue()).isEqualTo("red");
        assertThat(answer.json().get("cards").size()).isZero();
        assertThat(PERSONAL).allMatch(field -> answer.json().get(field) == null);
        assertThat(answer.body()).doesNotContain(person.email()).doesNotContain(person.phone());
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("member_not_found");
    }

    private List<String> auditedActions(UUID member) {
        return transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT action FROM audit_event WHERE subject_id = ? ORDER BY seq")) {
                select.setBytes(1, UuidBytes.of(member));
                List<String> actions = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        actions.add(row.getString("action"));
                    }
                }
                return actions;
            }
        });
    }
}
