package id.setia.offers;

import static id.setia.testing.TestTills.number;
import static id.setia.testing.TestTills.receipt;
import static id.setia.testing.TestTills.refund;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.audiences.Audience;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.insights.Habits;
import id.setia.insights.RfmRuns;
import id.setia.jobs.JobRunner;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.members.ConsentChoice;
import id.setia.posting.MemberMerger;
import id.setia.posting.MergeOrder;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.SqlWatch;
import id.setia.testing.TestMembers;
import id.setia.testing.TestMembers.TestMember;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member often buys is counted at night and orders their offers by day. */
@SetiaTest
class HabitsTest {

    private static final List<ConsentChoice> AGREEING = List.of(new ConsentChoice("profiling", true));

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    MemberMerger merger;

    @Inject
    Habits habits;

    @Inject
    RfmRuns nights;

    @Inject
    JobRunner jobs;

    @Inject
    Offers offers;

    @Inject
    EarningRules rules;

    @Inject
    SqlWatch watch;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private final String coffee = "Minuman > Kopi " + UUID.randomUUID();
    private final String tea = "Minuman > Teh " + UUID.randomUUID();
    private Browser till;

    @BeforeEach
    void openShop() {
        till = tills.till();
    }

    @Test
    void after_a_night_offers_for_what_a_member_often_buys_come_first_and_say_so() {
        TestMember member = people.joinWith(AGREEING);
        buy(member, coffee, 3);
        Offer large = publish(Conditions.NONE, 900);
        Offer forCoffee = publish(Conditions.categories(coffee), 5);

        assertThat(offersOf(member, large, forCoffee)).containsExactly(large.id(), forCoffee.id());
        night();

        assertThat(offersOf(member, large, forCoffee)).containsExactly(forCoffee.id(), large.id());
        assertThat(reason(member, forCoffee)).startsWith("Karena Anda sering membeli kopi");
        assertThat(reason(member, large)).doesNotContain("sering membeli");
    }

    @Test
    void what_was_bought_three_times_in_half_a_year_and_not_taken_back_is_a_habit() {
        TestMember member = people.joinWith(AGREEING);
        buy(member, coffee, 4);
        List<String> teas = buy(member, tea, 3);
        night();
        assertThat(habits.of(member.id())).isEqualTo(Map.of(coffee, 4L, tea, 3L));

        till.post("/api/v1/refunds", refund(teas.getFirst(), clock.now(), "1"));
        buy(member, coffee, 1);
        night();
        assertThat(habits.of(member.id())).isEqualTo(Map.of(coffee, 5L));

        till.post("/api/v1/refunds", refund(teas.getLast(), clock.now(), "1"));
        night();
        assertThat(habits.of(member.id())).isEqualTo(Map.of(coffee, 5L));
    }

    @Test
    void nothing_is_counted_of_who_does_not_agree_to_profiling() {
        TestMember silent = people.join();
        TestMember refusing = people.joinWith(List.of(new ConsentChoice("profiling", false)));
        buy(silent, coffee, 3);
        buy(refusing, coffee, 3);

        night();

        assertThat(habits.of(silent.id())).isEmpty();
        assertThat(habits.of(refusing.id())).isEmpty();
    }

    @Test
    void who_agrees_no_longer_is_forgotten_at_once_and_has_offers_in_general_order() {
        TestMember member = people.joinWith(AGREEING);
        buy(member, coffee, 3);
        Offer later = publish(Conditions.categories(coffee), 5, 4);
        Offer sooner = publish(Conditions.NONE, 5, 2);
        night();
        assertThat(offersOf(member, later, sooner)).containsExactly(later.id(), sooner.id());

        consent(member, false);

        assertThat(habits.of(member.id())).isEmpty();
        assertThat(offersOf(member, later, sooner)).containsExactly(sooner.id(), later.id());
        assertThat(reason(member, later)).doesNotContain("sering membeli");
        night();
        assertThat(habits.of(member.id())).isEmpty();
        consent(member, true);
        night();
        assertThat(offersOf(member, later, sooner)).containsExactly(later.id(), sooner.id());
    }

    @Test
    void what_a_merged_member_bought_counts_for_whom_they_live_on_as() {
        TestMember kept = people.joinWith(AGREEING);
        TestMember merged = people.joinWith(AGREEING);
        buy(kept, coffee, 2);
        buy(merged, coffee, 4);
        night();
        assertThat(habits.of(merged.id())).isEqualTo(Map.of(coffee, 4L));

        Caller.SignedInStaff agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
        merger.merge(agent, Optional.of(ids.next().toString()), new MergeOrder(merged.id(), kept.id(), "uji"));
        night();

        assertThat(habits.of(kept.id())).isEqualTo(Map.of(coffee, 6L));
        assertThat(habits.of(merged.id())).isEmpty();
    }

    @Test
    void reading_a_member_counts_no_lines() {
        TestMember member = people.joinWith(AGREEING);
        buy(member, coffee, 3);
        publish(Conditions.categories(coffee), 5);

        List<SqlWatch.Issued> issued = watch.during(() -> till.get(path(member)));

        assertThat(issued).anyMatch(statement -> statement.text().contains("member_habit"));
        assertThat(issued).noneMatch(statement -> statement.text().contains("purchase_line"));
    }

    private void night() {
        nights.queueAnother();
        jobs.runDue(systemClock.now());
    }

    /** So many purchases of something of a category, and something else. */
    private List<String> buy(TestMember member, String category, int times) {
        List<String> numbers = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            numbers.add(number());
            Browser.Answer answer = till.post(
                    "/api/v1/purchases",
                    receipt(numbers.getLast(), clock.now().minus(Duration.ofMinutes(5)), 20_000, "{\"email\":\"" + member.email() + "\"}")
                            .replace("\"name\":\"Beras\"", "\"name\":\"Barang\",\"category\":\"" + category + "\""));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
        return numbers;
    }

    private void consent(TestMember member, boolean given) {
        Browser.Answer answer = till.send(
                "PUT", path(member) + "/consents/profiling", "application/json", "{\"given\":" + given + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Offer publish(Conditions conditions, long points) {
        return publish(conditions, points, 2);
    }

    private Offer publish(Conditions conditions, long points, int days) {
        String code = "offer-" + ids.next();
        LocalText name = LocalText.of(code, code);
        UUID rule = rules.publish(
                code,
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, conditions.onlyThroughOffer(), new Effect.Bonus(points), 12, ids.next()),
                clock.now(),
                Optional.empty());
        return offers.publish(new NewOffer(
                code, name, name, "+5", new Audience.Everyone(), rule, clock.now().minus(Duration.ofDays(1)),
                clock.now().plus(Duration.ofDays(days)), true, 1));
    }

    /** Ids of some offers in the order in which reading the member has them. */
    private List<UUID> offersOf(TestMember member, Offer... some) {
        List<String> wanted = List.of(some).stream().map(offer -> PublicId.OFFER.format(offer.id())).toList();
        List<UUID> found = new ArrayList<>();
        for (JsonNode offer : read(member)) {
            String id = offer.get("offerId").getStringValue();
            if (wanted.contains(id)) {
                found.add(PublicId.OFFER.parse(id).orElseThrow());
            }
        }
        return found;
    }

    private String reason(TestMember member, Offer of) {
        for (JsonNode offer : read(member)) {
            if (offer.get("offerId").getStringValue().equals(PublicId.OFFER.format(of.id()))) {
                return offer.get("reason").get("id").getStringValue();
            }
        }
        throw new AssertionError("no such offer");
    }

    private Iterable<JsonNode> read(TestMember member) {
        Browser.Answer answer = till.get(path(member));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("offers").values();
    }

    private static String path(TestMember member) {
        return "/api/v1/members/" + PublicId.MEMBER.format(member.id());
    }
}
