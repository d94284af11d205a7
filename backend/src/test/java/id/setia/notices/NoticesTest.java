package id.setia.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.Feed;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.TestFeed;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestLeases;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real acts tell a member, through the feed. */
@SetiaTest
class NoticesTest {

    private static final String ME = "/api/v1/members/me";
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Inject
    TestShop shop;

    @Inject
    TestLeases leases;

    @Inject
    TestMembers members;

    @Inject
    TestBrowsers browsers;

    @Inject
    TestFeed testFeed;

    @Inject
    Mailbox mailbox;

    @Inject
    FeedReader reader;

    @Inject
    ExpiryReminders reminders;

    @Inject
    Deliveries deliveries;

    @Inject
    Progress progress;

    @Inject
    Feed feed;

    @Inject
    Outbox outbox;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    private TestMembers.TestMember member;
    private Browser budi;
    private Browser till;

    @BeforeEach
    void budi_is_a_member_and_nothing_is_left_to_tell() {
        shop.open();
        leases.free("notices");
        member = members.join();
        budi = browsers.member(member.email());
        till = browsers.till();
        waitUntil(LocalTime.of(9, 0));
        testFeed.move();
        transactions.write(connection -> {
            progress.moveTo(connection, feed.last());
            return null;
        });
    }

    @AfterEach
    void the_clock_is_put_back() {
        clock.startAt(systemClock.now());
    }

    @Test
    void each_purchase_tells_its_points_its_store_and_the_balance_of_its_time() {
        browsers.sell(till, "email", member.email(), 25_000);
        browsers.sell(till, "email", member.email(), 10_000);

        tell();

        assertThat(titles()).containsExactly("+10 poin dari Toko Uji", "+25 poin dari Toko Uji");
        assertThat(texts()).containsExactly("Saldo Anda 35 poin (Rp350).", "Saldo Anda 25 poin (Rp250).");
        assertThat(unseen()).isEqualTo(2);
    }

    @Test
    void points_are_told_in_the_inbox_alone_and_a_refund_by_mail_an_hour_later() {
        Browser.Answer purchase = browsers.sell(till, "email", member.email(), 25_000);
        browsers.takeBack(till, purchase);
        tell();
        assertThat(kinds()).containsExactly("refund_taken", "points_earned");
        deliveries.send();
        assertThat(mails()).isEmpty();

        clock.advance(DeliveryTimes.TO_JOIN);
        deliveries.send();
        deliveries.send();

        assertThat(mails())
                .singleElement()
                .asString()
                .contains("Retur tercatat: -25 poin")
                .contains("Saldo Anda 0 poin (Rp0)")
                .doesNotContain("Toko Uji");
        assertThat(first().get("sent").get(0).getStringValue()).isEqualTo("email");
    }

    @Test
    void ten_refunds_within_an_hour_are_ten_notices_and_one_mail() {
        for (int index = 0; index < 10; index++) {
            browsers.takeBack(till, browsers.sell(till, "email", member.email(), 10_000));
            tell();
            clock.advance(Duration.ofMinutes(5));
            deliveries.send();
        }
        clock.advance(DeliveryTimes.TO_JOIN);
        deliveries.send();

        assertThat(kinds()).hasSize(20);
        assertThat(mails()).singleElement().asString().contains("• Retur tercatat: -10 poin");
    }

    @Test
    void what_can_wait_waits_for_the_morning_and_what_concerns_security_does_not() {
        Browser.Answer purchase = browsers.sell(till, "email", member.email(), 25_000);
        waitUntil(LocalTime.of(22, 0));
        browsers.takeBack(till, purchase);
        budi.send("PUT", ME + "/freeze", "application/json", "{}");
        tell();

        deliveries.send();
        assertThat(mails()).singleElement().asString().contains("Akun Anda dibekukan");
        clock.advance(Duration.ofHours(2));
        deliveries.send();
        assertThat(mails()).hasSize(1);

        waitUntil(LocalTime.of(8, 1));
        deliveries.send();
        assertThat(mails()).hasSize(2).first().asString().contains("Retur tercatat");
    }

    @Test
    void acts_on_the_account_are_told_at_once() {
        String card = budi.postOnce(ME + "/cards", "{\"label\":\"Kartu Ibu\"}").text("number");
        budi.postOnce(ME + "/cards/replacements", "{\"number\":\"" + card + "\"}");
        String second = budi.postOnce(ME + "/cards", "{\"label\":\"Kartu Adik\"}").text("number");
        budi.post(ME + "/cards/blocks", "{\"number\":\"" + second + "\"}");
        budi.send("PUT", ME + "/closing", "application/json", "{\"password\":\"" + TestMembers.PASSWORD + "\"}");
        budi.delete(ME + "/closing");
        budi.send("PUT", ME + "/freeze", "application/json", "{}");
        Browser agent = browsers.staff(Role.SERVICE_AGENT);
        String him = "/api/v1/members/" + PublicId.MEMBER.format(member.id());
        agent.post(him + "/unfreezing", "{\"identityChecked\":true,\"reason\":\"KTP diperiksa\"}");
        agent.with("If-Match", agent.get(him + "/details").header("ETag"))
                .send("PUT", him + "/details", "application/json", """
                        {"name":"Budi Santoso","language":"id","email":"%s","phone":"0813%s","reason":"diminta"}"""
                        .formatted(member.email(), phoneEnd()));

        tell();

        assertThat(kinds()).containsExactly(
                "phone_changed", "member_unfrozen", "member_frozen", "closing_taken_back", "closing_asked",
                "card_blocked", "card_added", "card_replaced", "card_added");
        assertThat(budi.get(ME + "/notices").body()).doesNotContain(card).doesNotContain("Budi").doesNotContain("813" + phoneEnd());
        deliveries.send();
        assertThat(mails()).singleElement().asString().contains("• Akun Anda dibekukan");
    }

    @Test
    void other_rooms_are_told_of_by_their_events() {
        String points = "{\"points\":40}";
        happen("points.pended", points);
        happen("points.released", points);
        happen("points.withdrawn", points);
        happen("points.adjusted", points);
        happen("points.adjusted", "{\"points\":-15}");
        happen("purchase.attached", points);
        happen("purchase.moved", points);
        happen("purchase.moved", "{\"points\":-40}");
        happen("purchase.moved", "{\"points\":0}");
        happen("case.answered", "{}");
        happen("purchase.detached", points);
        happen("member.number_released", "{}");
        happen("tier.changed", "{\"from\":\"red\",\"to\":\"gold\"}");
        happen("tier.changed", "{\"from\":\"gold\",\"to\":\"red\"}");
        happen("tier.changed", "{\"from\":\"red\",\"to\":\"red\"}");
        happen("something.nobody_knows", "{}");

        tell();

        assertThat(kinds()).containsExactly(
                "tier_lowered", "tier_raised", "number_released", "receipt_detached", "case_answered",
                "receipt_moved", "receipt_detached", "receipt_attached", "receipt_attached", "points_taken", "points_added", "points_withdrawn", "points_released",
                "points_pended");
        assertThat(titles()).contains(
                "Selamat, tingkat Anda sekarang Emas", "-15 poin karena koreksi", "40 poin sekarang dapat dipakai");
    }

    @Test
    void a_sign_in_is_told_from_a_browser_that_was_never_used_and_from_no_other() {
        clock.advance(Duration.ofHours(1));
        String credentials = "{\"kind\":\"member\",\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(member.email(), TestMembers.PASSWORD);
        budi.delete("/api/v1/session");
        assertThat(budi.post("/api/v1/session", credentials).status()).isEqualTo(201);
        tell();
        budi.loadPage();
        assertThat(kinds()).isEmpty();

        browsers.member(member.email());
        tell();

        assertThat(kinds()).containsExactly("new_sign_in");
        deliveries.send();
        assertThat(mails()).singleElement().asString().contains("masuk ke akun Anda dari perangkat baru");
    }

    @Test
    void points_that_wait_for_a_check_are_not_told_as_earned_too() {
        String ofOnePurchase = "{\"purchaseId\":\"" + PublicId.PURCHASE.format(ids.next()) + "\",\"points\":40}";
        happen("points.pended", ofOnePurchase);
        happen("purchase.posted", ofOnePurchase);

        tell();

        assertThat(kinds()).containsExactly("points_pended");
    }

    @Test
    void what_was_told_before_keeps_nothing_else_back() {
        String ofOnePurchase = "{\"purchaseId\":\"" + PublicId.PURCHASE.format(ids.next()) + "\",\"points\":40}";
        happen("points.pended", ofOnePurchase);
        tell();
        happen("points.earned", "{\"points\":10}");
        happen("purchase.posted", ofOnePurchase);
        happen("points.released", "{\"points\":40}");

        tell();

        assertThat(kinds()).containsExactly("points_released", "bonus_earned", "points_pended");
    }

    @Test
    void history_unclaimed_members_and_those_who_left_are_told_nothing() {
        UUID unclaimed = shop.unclaimedMember();
        happen(unclaimed, "points.earned", "{\"points\":10}", clock.now());
        happen(member.id(), "points.earned", "{\"points\":10}", clock.now().minus(Duration.ofDays(60)));

        tell();

        assertThat(kinds()).isEmpty();
        assertThat(rowsOf(unclaimed)).isZero();
    }

    @Test
    void of_a_member_who_was_erased_nothing_is_kept() {
        happen("points.earned", "{\"points\":10}");
        tell();
        assertThat(rowsOf(member.id())).isEqualTo(1);

        happen("points.earned", "{\"points\":20}");
        happen("member.erased", "{}");
        tell();

        assertThat(rowsOf(member.id())).isZero();
    }

    @Test
    void a_reader_killed_before_its_commit_tells_everything_once() {
        browsers.sell(till, "email", member.email(), 25_000);
        browsers.sell(till, "email", member.email(), 30_000);
        testFeed.move();
        assertThatThrownBy(() -> transactions.write(connection -> {
                    reader.read();
                    assertThat(rowsOf(member.id())).isEqualTo(2);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(rowsOf(member.id())).isZero();

        reader.read();
        reader.read();

        assertThat(titles()).containsExactly("+30 poin dari Toko Uji", "+25 poin dari Toko Uji");
    }

    @Test
    void an_event_read_a_second_time_is_told_once() {
        long before = feed.last();
        browsers.takeBack(till, browsers.sell(till, "email", member.email(), 25_000));
        tell();
        transactions.write(connection -> {
            progress.moveTo(connection, before);
            return null;
        });

        reader.read();

        assertThat(kinds()).hasSize(2);
        clock.advance(DeliveryTimes.TO_JOIN);
        deliveries.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void points_about_to_lapse_are_told_thirty_and_seven_days_ahead_with_their_worth() {
        browsers.sell(till, "email", member.email(), 80_000);
        clock.advance(Duration.between(clock.now(), lapsing()).minusDays(40));
        remindAnew();
        assertThat(kinds()).isEmpty();

        clock.advance(Duration.ofDays(20));
        remindAnew();
        remindAnew();
        assertThat(kinds()).containsExactly("points_expiring");
        assertThat(titles().getFirst()).matches("80 poin akan hangus setelah \\d+ \\p{L}+");
        assertThat(texts().getFirst()).startsWith("Nilainya Rp800.");

        clock.advance(Duration.ofDays(14));
        remindAnew();
        remindAnew();
        assertThat(kinds().stream().filter("points_expiring"::equals)).hasSize(2);
        waitUntil(LocalTime.of(10, 30));
        deliveries.send();
        assertThat(mails()).isNotEmpty().allMatch(mail -> mail.contains("akan hangus"));
    }

    @Test
    void a_tier_that_a_run_changed_is_told_by_mail_at_nine() {
        waitUntil(LocalTime.of(0, 5));
        happen("tier.changed", "{\"from\":\"red\",\"to\":\"gold\",\"cause\":\"run\"}");
        tell();
        assertThat(kinds()).containsExactly("tier_raised");

        waitUntil(LocalTime.of(8, 59));
        deliveries.send();
        assertThat(mails()).isEmpty();

        waitUntil(LocalTime.of(9, 0));
        deliveries.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void the_sweep_runs_once_a_day() {
        browsers.sell(till, "email", member.email(), 80_000);
        clock.advance(Duration.between(clock.now(), lapsing()).minusDays(10));
        remindAnew();
        assertThat(kinds()).containsExactly("points_expiring");
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM notice WHERE kind = 'points_expiring'")) {
                return delete.executeUpdate();
            }
        });

        reminders.remind();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void a_member_chooses_how_to_be_told_but_security_cannot_be_switched_off() {
        assertThat(choose("security", false).fieldCodes()).containsEntry("/items/0/email", "must_be_true");
        assertThat(choose("weather", true).fieldCodes()).containsEntry("/items/0/topic", "value_unknown");
        assertThat(choose("points_in", true).status()).isEqualTo(200);
        assertThat(choose("points_out", false).status()).isEqualTo(200);
        browsers.takeBack(till, browsers.sell(till, "email", member.email(), 25_000));
        tell();

        clock.advance(DeliveryTimes.TO_JOIN);
        deliveries.send();

        assertThat(mails()).singleElement().asString().contains("+25 poin dari Toko Uji").doesNotContain("Retur");
    }

    @Test
    void seen_notices_stay_and_no_longer_count_and_nobody_else_reads_them_but_staff() {
        browsers.sell(till, "email", member.email(), 25_000);
        tell();
        String latest = first().get("noticeId").getStringValue();
        Browser other = browsers.member(members.join().email());
        String his = "/api/v1/members/" + PublicId.MEMBER.format(member.id()) + "/notices";
        assertThat(other.get(his).text("code")).isEqualTo("member_not_found");
        other.send("PUT", ME + "/notices/seen", "application/json", "{\"upTo\":\"" + latest + "\"}");
        assertThat(unseen()).isEqualTo(1);

        budi.send("PUT", ME + "/notices/seen", "application/json", "{\"upTo\":\"" + latest + "\"}");

        assertThat(unseen()).isZero();
        assertThat(first().get("seen").getBooleanValue()).isTrue();
        assertThat(browsers.staff(Role.SERVICE_AGENT).get(his).json().get("items").size()).isEqualTo(1);
        assertThat(browsers.staff(Role.MARKETER).get(his).text("code")).isEqualTo("forbidden");
    }

    @Test
    void pages_follow_each_other() {
        for (int rupiah = 1_000; rupiah <= 5_000; rupiah += 1_000) {
            browsers.sell(till, "email", member.email(), rupiah);
        }
        tell();
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Browser.Answer page = budi.get(ME + "/notices?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json().get("items").values().forEach(item -> read.add(item.get("title").get("id").getStringValue()));
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(read).hasSize(5).doesNotHaveDuplicates().first().asString().startsWith("+5");
    }

    private void tell() {
        testFeed.move();
        reader.read();
    }

    private Instant lapsing() {
        return Instant.parse(
                budi.get(ME + "/points").json().get("lots").get(0).get("expiresAt").getStringValue());
    }

    private void remindAnew() {
        transactions.write(connection -> {
            progress.reminded(connection, null);
            return null;
        });
        reminders.remind();
    }

    private void happen(String type, String payload) {
        happen(member.id(), type, payload, clock.now());
    }

    private void happen(UUID whom, String type, String payload, Instant at) {
        outbox.write(new Event(ids.next(), Optional.of(whom), 0, type, 1, payload, at, clock.now()));
    }

    /** Moves the clock on to the next time it is so late in Jakarta. */
    private void waitUntil(LocalTime time) {
        ZonedDateTime now = clock.now().atZone(JAKARTA);
        ZonedDateTime then = now.with(time);
        clock.advance(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    private String phoneEnd() {
        return String.format("%08d", Math.floorMod(member.id().getLeastSignificantBits(), 100_000_000L));
    }

    private Browser.Answer choose(String topic, boolean email) {
        return budi.send("PUT", ME + "/notices/choices", "application/json", """
                {"items":[{"topic":"%s","email":%s,"phone":false}]}""".formatted(topic, email));
    }

    private int unseen() {
        return budi.get(ME + "/notices/unseen").json().get("unseen").getIntValue();
    }

    private JsonNode first() {
        return budi.get(ME + "/notices").json().get("items").get(0);
    }

    private List<String> kinds() {
        return items().stream().map(item -> item.get("kind").getStringValue()).toList();
    }

    /** With ordinary spaces in the place of those that do not break. */
    private List<String> titles() {
        return items().stream().map(item -> plain(item.get("title").get("id"))).toList();
    }

    private List<String> texts() {
        return items().stream().map(item -> plain(item.get("text").get("id"))).toList();
    }

    private List<String> mails() {
        return mailbox.of(member.email()).stream()
                .map(mail -> mail.replace('\u00A0', ' '))
                .toList();
    }

    private static String plain(JsonNode text) {
        return text.getStringValue().replace('\u00A0', ' ');
    }

    private List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        budi.get(ME + "/notices?limit=100").json().get("items").values().forEach(items::add);
        return items;
    }

    private int rowsOf(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM notice WHERE member_id = ?")) {
                select.setBytes(1, UuidBytes.of(memberId));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }
}
