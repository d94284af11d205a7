package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.EventCondition;
import id.setia.earning.EventLimit;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleStops;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.members.Birthdays;
import id.setia.members.ProfileChanged;
import id.setia.messages.PhoneChannel;
import id.setia.points.PointsLedger;
import id.setia.posting.Receipts.Item;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestTills;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points for other things than purchases: each happens once. */
@SetiaTest
class EventPointsTest {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    TestShop shop;

    @Inject
    TestTills tills;

    @Inject
    TestMembers people;

    @Inject
    EarningRules rules;

    @Inject
    RuleStops stops;

    @Inject
    BirthdayRuns birthdays;

    @Inject
    ReferralRewards referrals;

    @Inject
    MemberMerger merger;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    PointsLedger points;

    @Inject
    Proof proof;

    @Inject
    ApplicationEventPublisher<ProfileChanged> profiles;

    @Inject
    PhoneChannel phones;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    private final List<UUID> published = new ArrayList<>();
    private Instant joinedBefore;
    private String code;

    @BeforeEach
    void openShop() {
        shop.open();
        code = "uji-" + ids.next();
        joinedBefore = clock.now();
    }

    @AfterEach
    void the_rules_end() {
        published.forEach(rule -> stops.stop(new Caller.Stranger(), rule, "Uji selesai"));
    }

    @Test
    void an_event_told_by_a_partner_gives_points_once_whatever_is_sent_again() {
        publish(Trigger.CUSTOM, 40, new EventCondition(code, EventLimit.EACH_TIME));
        UUID member = people.join().id();
        Browser partner = tills.till(EnumSet.of(Scope.EVENTS_WRITE));

        Browser.Answer told = tell(partner, member, "\"key\":\"survei-1\"");
        Browser.Answer again = tell(partner, member, "\"key\":\"survei-1\"");
        Browser.Answer other = tell(partner, member, "\"key\":\"survei-2\"");

        assertThat(told.status()).as(told.body()).isEqualTo(201);
        assertThat(told.json().get("points").getIntValue()).isEqualTo(40);
        assertThat(told.body()).contains("A bonus of 40");
        assertThat(again.text("eventId")).isEqualTo(told.text("eventId"));
        assertThat(again.json().get("replayed").getBooleanValue()).isTrue();
        assertThat(other.json().get("points").getIntValue()).isEqualTo(40);
        assertThat(points.balance(member).available()).isEqualTo(80);
        assertThat(proof.now().promises()).allMatch(promise -> promise.holds());
    }

    @Test
    void a_rule_gives_once_or_once_a_day_as_it_says_and_another_code_nothing() {
        publish(Trigger.CUSTOM, 5, new EventCondition(code, EventLimit.ONCE_A_DAY));
        publish(Trigger.CUSTOM, 100, new EventCondition(code, EventLimit.ONCE));
        UUID member = people.join().id();
        Browser partner = tills.till(EnumSet.of(Scope.EVENTS_WRITE));

        Browser.Answer first = tell(partner, member, "\"key\":\"a\"");
        Browser.Answer second = tell(partner, member, "\"key\":\"b\"");
        Browser.Answer unknown = partner.post(
                path(member), "{\"code\":\"tidak-ada\",\"key\":\"c\"}");

        assertThat(first.json().get("points").getIntValue()).isEqualTo(105);
        assertThat(second.json().get("points").getIntValue()).isZero();
        assertThat(unknown.status()).isEqualTo(201);
        assertThat(unknown.json().get("points").getIntValue()).isZero();
        assertThat(points.balance(member).available()).isEqualTo(105);
    }

    @Test
    void an_event_needs_a_key_and_its_scope() {
        UUID member = people.join().id();

        assertThat(tell(tills.till(EnumSet.of(Scope.EVENTS_WRITE)), member, "").text("code"))
                .isEqualTo("idempotency_key_missing");
        assertThat(tell(tills.till(EnumSet.of(Scope.PURCHASES_WRITE)), member, "\"key\":\"a\"").status()).isEqualTo(403);
    }

    @Test
    void a_birthday_brings_points_once_in_a_calendar_year() {
        publish(Trigger.BIRTHDAY, 75, null);
        LocalDate day = LocalDate.of(2031, 1, 13);
        UUID budi = people.join().id();
        born(budi, LocalDate.of(1990, 1, 13));

        birthdays.run(day);
        birthdays.run(day);
        assertThat(points.balance(budi).available()).isEqualTo(75);
        born(budi, LocalDate.of(1990, 9, 3));
        birthdays.run(LocalDate.of(2031, 9, 3));
        assertThat(points.balance(budi).available()).as("a birth date put right within the year").isEqualTo(75);
        birthdays.run(LocalDate.of(2032, 9, 3));

        assertThat(points.balance(budi).available()).isEqualTo(150);
    }

    @Test
    void who_was_born_on_a_leap_day_has_a_birthday_each_year() {
        LocalDate leapDay = LocalDate.of(1996, 2, 29);

        assertThat(Birthdays.isOn(leapDay, LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(Birthdays.isOn(leapDay, LocalDate.of(2028, 2, 28))).isFalse();
        assertThat(Birthdays.isOn(leapDay, LocalDate.of(2027, 2, 28))).isTrue();
        assertThat(Birthdays.isOn(leapDay, LocalDate.of(2027, 3, 1))).isFalse();

        publish(Trigger.BIRTHDAY, 75, null);
        UUID sari = people.join().id();
        born(sari, leapDay);
        birthdays.run(LocalDate.of(2033, 2, 28));
        birthdays.run(LocalDate.of(2036, 2, 28));
        assertThat(points.balance(sari).available()).isEqualTo(75);
        birthdays.run(LocalDate.of(2036, 2, 29));
        assertThat(points.balance(sari).available()).isEqualTo(150);
    }

    @Test
    void a_complete_profile_brings_points_once() {
        UUID before = people.join().id();
        publish(Trigger.PROFILE_COMPLETED, 60, null);

        profiles.publishEvent(new ProfileChanged(before, clock.now()));
        profiles.publishEvent(new ProfileChanged(before, clock.now()));

        assertThat(points.balance(before).available()).as("a phone is asked for where one can be proven").isEqualTo(phones.isOpen() ? 0 : 60);
    }

    @Test
    void both_sides_of_a_referral_are_rewarded_after_the_friends_first_purchase() {
        publish(Trigger.REFERRER, 200, null);
        publish(Trigger.REFERRED, 100, null);
        UUID budi = people.join().id();
        UUID friend = people.join().id();
        brought(friend, budi);
        referrals.rewardDue();
        assertThat(points.balance(budi).available()).as("before the friend bought").isZero();
        poster.post(reader.read(
                Receipts.receipt(Receipts.number(), clock.now(), friend, Item.of(10_000)), shop.till()));

        referrals.rewardDue();
        referrals.rewardDue();

        assertThat(points.balance(budi).available()).isEqualTo(200);
        assertThat(points.balance(friend).available()).isEqualTo(10 + 100);
    }

    @Test
    void who_was_merged_brings_the_survivor_nothing_a_second_time() {
        publish(Trigger.CUSTOM, 40, new EventCondition(code, EventLimit.ONCE));
        publish(Trigger.BIRTHDAY, 75, null);
        LocalDate day = LocalDate.of(2041, 3, 9);
        UUID old = people.join().id();
        UUID kept = people.join().id();
        born(old, day.minusYears(30));
        born(kept, day.minusYears(30).plusDays(1));
        Browser partner = tills.till(EnumSet.of(Scope.EVENTS_WRITE));
        Browser.Answer told = tell(partner, old, "\"key\":\"a\"");
        birthdays.run(day);
        assertThat(points.balance(old).available()).isEqualTo(40 + 75);

        merge(old, kept);
        Browser.Answer again = tell(partner, kept, "\"key\":\"a\"");
        Browser.Answer other = tell(partner, old, "\"key\":\"b\"");
        birthdays.run(day.plusDays(1));

        assertThat(again.json().get("replayed").getBooleanValue()).isTrue();
        assertThat(again.text("eventId")).isEqualTo(told.text("eventId"));
        assertThat(other.json().get("points").getIntValue()).isZero();
        assertThat(points.balance(kept).available()).isEqualTo(40 + 75);
        birthdays.run(day.plusYears(1).plusDays(1));
        assertThat(points.balance(kept).available()).as("a year later").isEqualTo(40 + 75 + 75);
    }

    @Test
    void a_profile_that_was_rewarded_before_the_merge_is_not_rewarded_again() {
        UUID old = people.join().id();
        UUID kept = people.join().id();
        publish(Trigger.PROFILE_COMPLETED, 60, null);
        profiles.publishEvent(new ProfileChanged(old, clock.now()));
        long before = points.balance(old).available();

        merge(old, kept);
        profiles.publishEvent(new ProfileChanged(kept, clock.now()));

        assertThat(before).isEqualTo(phones.isOpen() ? 0 : 60);
        assertThat(points.balance(kept).available()).isEqualTo(before);
    }

    @Test
    void a_friend_brought_by_one_who_was_merged_rewards_the_survivor() {
        publish(Trigger.REFERRER, 200, null);
        UUID old = people.join().id();
        UUID kept = people.join().id();
        UUID friend = people.join().id();
        brought(friend, old);
        merge(old, kept);
        poster.post(reader.read(
                Receipts.receipt(Receipts.number(), clock.now(), friend, Item.of(10_000)), shop.till()));

        referrals.rewardDue();
        referrals.rewardDue();

        assertThat(points.balance(kept).available()).isEqualTo(200);
    }

    private void merge(UUID old, UUID kept) {
        Caller.SignedInStaff agent = new Caller.SignedInStaff(ids.next(), Set.of(Role.SERVICE_AGENT));
        assertThat(merger.merge(agent, Optional.of(Receipts.number()), new MergeOrder(old, kept, "uji")).correction())
                .isPresent();
    }

    private void brought(UUID friend, UUID referrer) {
        transactions.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO referral (friend_id, referrer_id, state, joined_at)
                    VALUES (?, ?, 'waiting', ?)""")) {
                insert.setBytes(1, UuidBytes.of(friend));
                insert.setBytes(2, UuidBytes.of(referrer));
                insert.setObject(3, Sql.time(joinedBefore));
                return insert.executeUpdate();
            }
        });
    }

    private void publish(Trigger trigger, long bonus, EventCondition event) {
        LocalText name = LocalText.of("Uji", "Test");
        published.add(rules.publish(
                "uji-" + ids.next(),
                new RuleDefinition(
                        name, name, trigger, Conditions.NONE, new Effect.Bonus(bonus), 12, shop.store().partnerId(), event),
                LONG_AGO,
                Optional.empty()));
    }

    private void born(UUID member, LocalDate day) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE member SET birth_date = ? WHERE id = ?")) {
                update.setObject(1, day);
                update.setBytes(2, UuidBytes.of(member));
                return update.executeUpdate();
            }
        });
    }

    private Browser.Answer tell(Browser partner, UUID member, String more) {
        return partner.post(path(member), "{\"code\":\"" + code + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
    }

    private static String path(UUID member) {
        return "/api/v1/members/" + PublicId.MEMBER.format(member) + "/events";
    }
}
