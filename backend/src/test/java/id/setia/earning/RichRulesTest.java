package id.setia.earning;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that say much, and calendars, over HTTP. Every rule here is for a category of its own. */
@SetiaTest
class RichRulesTest {

    private static final String CALENDARS = "/api/v1/calendars";

    @Inject
    TestShop shop;

    @Inject
    TestStaff staff;

    @Inject
    EarningRules rules;

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
    void a_rule_that_says_everything_comes_back_as_it_was_written() {
        String calendar = calendar().text("calendarId");
        String conditions = "{\"categories\":[\"" + category + "\"],\"skus\":[\"K1\"],\"brands\":[\"Kapal Api\"],\"partners\":[\""
                + PublicId.PARTNER.format(shop.store().partnerId()) + "\"],\"stores\":[\""
                + PublicId.STORE.format(shop.store().id())
                + "\"],\"channels\":[\"store\",\"app\"],\"hours\":[{\"from\":\"22:00\",\"until\":\"02:00\"}],\"daysOfMonth\":[1,25],"
                + "\"calendars\":[\"" + calendar + "\"],\"audiences\":[\"" + audience()
                + "\"],\"firstPurchase\":true,\"birthday\":\"month\",\"payments\":[\"e_wallet\"]}";
        String more = "\"stacking\":{\"group\":\"uji\",\"priority\":5},\"caps\":{\"perPurchase\":100,\"perMember\":[{\"period\":\"day\","
                + "\"unit\":\"points\",\"most\":50},{\"period\":\"ever\",\"unit\":\"times\",\"most\":3}],\"budget\":1000},"
                + "\"expiry\":{\"kind\":\"fixed_date\",\"month\":12,\"day\":31,\"leastDays\":90},\"waiting\":{\"days\":14}";

        Browser.Answer made = create(terms(conditions, 0, more));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode read = made.json().get("terms");
        assertThat(plain(text(made, "sentence", "id")))
                .startsWith("Bonus 50 poin tiap belanja untuk kategori " + category + " merek Kapal Api untuk 1 produk pilihan")
                .contains("pukul 22.00–02.00, tanggal 1 dan 25, selama Ramadan, anggota pilihan, belanja pertama")
                .contains("dibayar dengan dompet digital, paling banyak 100 poin tiap belanja, paling banyak 50 poin sehari")
                .contains("poin tersedia setelah 14 hari, poin hangus setelah 31 Desember (paling cepat 90 hari sejak didapat),"
                        + " anggaran 1.000 poin, tidak digabung dengan aturan lain di kelompok uji");
        assertThat(plain(text(made, "sentence", "en")))
                .contains("points available after 14 days, points expire after 31 December (no sooner than 90 days after they are"
                        + " earned), with a budget of 1,000 points, not together with other rules of the group uji");
        assertThat(read.get("summary").get("id").getStringValue()).doesNotContain("anggaran");
        assertThat(read.get("conditions").get("hours").get(0).get("until").getStringValue()).isEqualTo("02:00");
        assertThat(read.get("caps").get("budget").getLongValue()).isEqualTo(1000);
        assertThat(read.get("expiry").get("leastDays").getIntValue()).isEqualTo(90);

        Browser.Answer changed = seen("\"1\"")
                .post("/api/v1/rules/" + made.text("ruleId") + "/versions", "{\"terms\":" + json.write(read) + "}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(changed.json().get("terms")).isEqualTo(read);
    }

    @Test
    void an_audience_a_rule_names_is_there_and_stays() {
        String audience = audience();
        String gone = PublicId.AUDIENCE.format(ids.next());
        Browser.Answer unknown = create(terms("{\"audiences\":[\"" + gone + "\"]}", 12, ""));
        assertThat(unknown.fieldCodes()).containsEntry("/terms/conditions/audiences/0", "audience_unknown");
        Browser.Answer made =
                create(terms("{\"categories\":[\"" + category + "\"],\"audiences\":[\"" + audience + "\"]}", 12, ""));
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        Browser.Answer deleted = seen("\"1\"").delete("/api/v1/audiences/" + audience);

        assertThat(deleted.status()).isEqualTo(409);
        assertThat(deleted.text("code")).isEqualTo("audience_in_use");
        assertThat(rina.get("/api/v1/audiences/" + audience).json().get("usedBy").get(0).getStringValue())
                .isEqualTo(made.json().get("terms").get("name").get("id").getStringValue());
    }

    private String audience() {
        return rina.post("/api/v1/audiences", "{\"name\":\"Uji aturan\"}").text("audienceId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "stores":["sto_x"]                              | /conditions/stores/0        | store_unknown
            "partners":["par_x"]                            | /conditions/partners/0      | partner_unknown
            "calendars":["cal_x"]                           | /conditions/calendars/0     | calendar_unknown
            "audiences":["x"]                               | /conditions/audiences/0     | audience_unknown
            "skus":[" "]                                    | /conditions/skus/0          | must_not_be_blank
            "brands":[null]                                 | /conditions/brands/0        | required
            "daysOfMonth":[0]                               | /conditions/daysOfMonth/0   | too_small
            "daysOfMonth":[32]                              | /conditions/daysOfMonth/0   | too_large
            "daysOfMonth":[null]                            | /conditions/daysOfMonth/0   | required
            "hours":[null]                                  | /conditions/hours/0         | required
            "hours":[{"from":"12:00","until":"12:00"}]      | /conditions/hours/0/until   | span_empty
            "hours":[{"from":"00:00","until":"00:00"}]      | /conditions/hours/0/until   | span_empty
            "channels":[null]                               | /conditions/channels/0      | required
            "payments":[null]                               | /conditions/payments/0      | required""")
    void conditions_that_cannot_be_are_refused_where_they_stand(String condition, String place, String code) {
        Browser.Answer refused = create(terms("{" + condition + "}", 12, ""));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry("/terms" + place, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "caps":{"perMember":[null]}                                          | 12 | /caps/perMember/0   | required
            "caps":{"perMember":[{"period":"day","unit":"times","most":1},{"period":"day","unit":"times","most":2}]} | 12 | /caps/perMember/1 | cap_repeated
            "expiry":{"kind":"inactivity","months":6}                            | 12 | /expiryMonths       | only_one_of
            "expiry":{"kind":"inactivity"}                                       | 0  | /expiry/months      | required
            "expiry":{"kind":"end_of_month","months":6}                          | 0  | /expiry/months      | must_be_absent
            "expiry":{"kind":"fixed_date","month":2,"day":30}                    | 0  | /expiry/day         | no_such_day
            "waiting":{}                                                         | 12 | /waiting            | exactly_one_of
            "waiting":{"days":3,"confirmation":true}                             | 12 | /waiting            | exactly_one_of""")
    void policies_that_cannot_be_are_refused_where_they_stand(String policy, int months, String place, String code) {
        Browser.Answer refused = create(terms("{\"categories\":[\"" + category + "\"]}", months, policy));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.fieldCodes()).containsEntry("/terms" + place, code);
    }

    @Test
    void a_calendar_is_edited_once_for_all_who_have_seen_it() {
        Browser.Answer made = calendar();
        String place = CALENDARS + "/" + made.text("calendarId");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        Browser.Answer changed = rina.put(place, "\"1\"", named("[{\"from\":\"2027-03-01\"}]"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().get("spans").get(0).get("until").getStringValue()).isEqualTo("2027-03-01");
        assertThat(rina.put(place, "\"1\"", named("[]")).status()).isEqualTo(412);
        assertThat(rina.get(place).header("ETag")).isEqualTo("\"2\"");
        assertThat(rules.book().calendars().get(id(made)).spans()).hasSize(1);
    }

    @Test
    void days_of_a_calendar_do_not_overlap() {
        assertThat(rina.post(CALENDARS, request("[{\"from\":\"2027-03-01\",\"until\":\"2027-03-09\"},{\"from\":\"2027-03-09\"}]"))
                        .fieldCodes())
                .containsEntry("/spans/1", "spans_overlap");
        assertThat(rina.post(CALENDARS, request("[{\"from\":\"2027-03-02\",\"until\":\"2027-03-01\"}]")).fieldCodes())
                .containsEntry("/spans/0/until", "end_before_start");
        assertThat(rina.post(CALENDARS, request("[null]")).fieldCodes()).containsEntry("/spans/0", "required");
    }

    @Test
    void a_calendar_that_a_rule_names_stays() {
        Browser.Answer made = calendar();
        String id = made.text("calendarId");
        create(terms("{\"categories\":[\"" + category + "\"],\"calendars\":[\"" + id + "\"]}", 12, ""));

        Browser.Answer refused = seen("\"1\"").delete(CALENDARS + "/" + id);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("calendar_in_use");
        Browser.Answer free = calendar();
        assertThat(seen("\"1\"").delete(CALENDARS + "/" + free.text("calendarId")).status()).isEqualTo(204);
        assertThat(rina.get(CALENDARS + "/" + free.text("calendarId")).text("code")).isEqualTo("calendar_not_found");
    }

    private Browser seen(String tag) {
        return rina.with("If-Match", tag);
    }

    private Browser.Answer calendar() {
        return rina.post(CALENDARS, request("[{\"from\":\"2027-02-08\",\"until\":\"2027-03-09\"}]"));
    }

    private String request(String spans) {
        return "{\"code\":\"uji-" + ids.next() + "\"," + named(spans).substring(1);
    }

    private static String named(String spans) {
        return "{\"name\":{\"id\":\"Ramadan\",\"en\":\"Ramadan\"},\"spans\":" + spans + "}";
    }

    private static UUID id(Browser.Answer calendar) {
        return PublicId.CALENDAR.parse(calendar.text("calendarId")).orElseThrow();
    }

    private String terms(String conditions, int months, String more) {
        return "{\"kind\":\"bonus\",\"name\":{\"id\":\"Uji\",\"en\":\"Uji\"},\"points\":50,\"conditions\":" + conditions
                + ",\"expiryMonths\":" + months + ",\"funderId\":\""
                + PublicId.PARTNER.format(shop.store().partnerId()) + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private Browser.Answer create(String terms) {
        return rina.post("/api/v1/rules", "{\"code\":\"uji-" + ids.next() + "\",\"terms\":" + terms + "}");
    }

    private static String text(Browser.Answer answer, String field, String language) {
        return answer.json().get(field).get(language).getStringValue();
    }

    private static String plain(String text) {
        return WorkedExamplesTest.plain(text);
    }
}
