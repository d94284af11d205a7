package id.setia.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.IdMaker;
import id.setia.members.PartnerReads;
import id.setia.members.ReadField;
import id.setia.members.ReadOperation;
import id.setia.partners.Partner;
import id.setia.profiles.People.Person;
import id.setia.testing.Browser;
import id.setia.testing.Browser.Answer;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members see which partners read their data. */
@SetiaTest
class ProfileReadsTest {

    @Inject
    TestProgram testProgram;

    @Inject
    People people;

    @Inject
    PartnerReads partnerReads;

    @Inject
    IdMaker ids;

    @BeforeEach
    void foundProgram() {
        testProgram.found();
    }

    private List<JsonNode> readsOf(Person person) {
        Answer answer = people.browserOf(person).get("/api/v1/members/me/profile-reads");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return items(answer);
    }

    private static List<JsonNode> items(Answer answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.json().get("items").values().forEach(items::add);
        return items;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.values().forEach(text -> texts.add(text.getStringValue()));
        return texts;
    }

    @Test
    void what_a_partner_reads_of_a_member_is_told_to_them_in_one_row_an_hour() {
        Person budi = people.member("Budi", "partner_sharing");
        Partner cafe = people.otherPartner();
        Browser system = people.systemOf(cafe, Scope.MEMBERS_READ);

        assertThat(system.get("/api/v1/members/" + budi.publicId()).text("view")).isEqualTo("full");
        system.get("/api/v1/members/" + budi.publicId() + "/points");
        system.get("/api/v1/members/" + budi.publicId() + "/activity");
        system.post("/api/v1/members/lookup", "{\"phone\":\"" + budi.phone() + "\"}");

        List<JsonNode> reads = readsOf(budi);
        assertThat(reads).hasSizeBetween(1, 2);
        assertThat(reads.stream().mapToLong(read -> read.get("reads").getLongValue()).sum()).isEqualTo(4);
        if (reads.size() == 1) {
            JsonNode read = reads.getFirst();
            assertThat(read.get("partnerName").getStringValue()).isEqualTo(cafe.name());
            assertThat(read.get("clientName").getStringValue()).isNotBlank();
            assertThat(texts(read.get("operations"))).containsExactly("activity", "lookup", "points", "profile");
            assertThat(texts(read.get("fields"))).contains("name", "email", "phone", "birthDate", "points", "activity");
            assertThat(read.get("hour").getStringValue()).endsWith(":00:00Z");
        }
    }

    @ParameterizedTest
    @CsvSource({"details, details", "cards, cards", "consents, consents", "vouchers, vouchers", "payment-cards, payment_cards", "entries, entries"})
    void every_way_to_read_of_a_member_leaves_its_record(String place, String operation) {
        Person budi = people.member("Budi", "partner_sharing");
        Browser system = people.systemOf(people.otherPartner(), Scope.MEMBERS_READ);

        Answer answer = system.get("/api/v1/members/" + budi.publicId() + "/" + place);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(texts(readsOf(budi).getFirst().get("operations"))).containsExactly(operation);
    }

    @Test
    void the_masked_view_a_sale_needs_leaves_no_record() {
        Person budi = people.member("Budi");
        Browser till = people.systemOf(people.otherPartner(), Scope.MEMBERS_LOOKUP, Scope.MEMBERS_READ);

        assertThat(till.post("/api/v1/members/lookup", "{\"phone\":\"" + budi.phone() + "\"}").text("view"))
                .isEqualTo("masked");
        assertThat(till.get("/api/v1/members/" + budi.publicId()).status()).isEqualTo(404);

        assertThat(readsOf(budi)).isEmpty();
    }

    @Test
    void members_see_their_own_alone_and_staff_who_answer_for_it_see_all() {
        Person budi = people.member("Budi", "partner_sharing");
        Person sari = people.member("Sari");
        people.systemOf(people.otherPartner(), Scope.MEMBERS_READ).get("/api/v1/members/" + budi.publicId());
        String path = "/api/v1/members/" + budi.publicId() + "/profile-reads";

        assertThat(people.browserOf(sari).get(path).status()).isEqualTo(404);
        for (Role role : List.of(Role.SERVICE_AGENT, Role.ADMINISTRATOR, Role.AUDITOR)) {
            assertThat(items(people.staffWith(role).get(path))).as(role.name()).hasSize(1);
        }
        assertThat(people.staffWith(Role.MARKETER).get(path).status()).isEqualTo(403);
        assertThat(people.systemOf(people.otherPartner(), Scope.MEMBERS_READ).get(path).status()).isEqualTo(403);
    }

    @Test
    void many_clients_are_told_page_by_page_each_once() {
        Person budi = people.member("Budi");
        UUID partner = people.otherPartner().id();
        for (int number = 1; number <= 7; number++) {
            Caller.ApiClient client =
                    new Caller.ApiClient(ids.next(), partner, Optional.empty(), Optional.empty(), false, Set.of());
            for (int read = 0; read < number; read++) {
                partnerReads.note(client, budi.id(), ReadOperation.POINTS, Set.of(ReadField.POINTS));
            }
        }
        Browser browser = people.browserOf(budi);
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = browser.get("/api/v1/members/me/profile-reads?limit=3" + cursor);
            items(page).forEach(item -> seen.add(item.get("reads").getLongValue()));
            cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(browser.get("/api/v1/members/me/profile-reads?cursor=eA").fieldCodes())
                .containsEntry("/cursor", "cursor_unknown");
    }

    @Test
    void counts_of_several_writes_add_up() {
        Person budi = people.member("Budi");
        Caller.ApiClient client = new Caller.ApiClient(
                ids.next(), people.otherPartner().id(), Optional.empty(), Optional.empty(), false, Set.of());
        for (int write = 0; write < 3; write++) {
            partnerReads.note(client, budi.id(), ReadOperation.PROFILE, Set.of(ReadField.NAME));
            partnerReads.note(client, budi.id(), ReadOperation.POINTS, Set.of(ReadField.POINTS));
            partnerReads.write();
        }

        List<JsonNode> reads = readsOf(budi);
        assertThat(reads.stream().mapToLong(read -> read.get("reads").getLongValue()).sum()).isEqualTo(6);
        assertThat(texts(reads.getLast().get("operations"))).isSubsetOf("points", "profile");
    }
}
