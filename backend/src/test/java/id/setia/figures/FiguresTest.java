package id.setia.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.PublicId;
import id.setia.points.Grant;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.ProgramSettings;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the figures say after real sales, over HTTP. */
@SetiaTest
class FiguresTest {

    @Inject
    TestShop shop;

    @Inject
    TestBrowsers browsers;

    @Inject
    PlainFigures figures;

    @Inject
    ProgramSettings program;

    @Inject
    BusinessClock clock;

    @Inject
    TestMembers people;

    @Inject
    PointsLedger ledger;

    private Browser analyst;
    private Browser till;

    @BeforeEach
    void open() {
        shop.open();
        analyst = browsers.staff(Role.ANALYST);
        till = browsers.till();
        figures.begin();
    }

    @Test
    void a_sale_to_a_member_and_one_to_nobody_show_in_the_day_s_figures_and_a_refund_takes_its_sale_out() {
        JsonNode before = figures("day");

        sell(80_000);
        sell(20_000, UUID.randomUUID());
        Browser.Answer back = sell(40_000);
        browsers.takeBack(till, back);
        figures.count();
        JsonNode after = figures("day");

        assertThat(money(after, "sales") - money(before, "sales")).isEqualTo(100_000);
        assertThat(money(after, "member_sales") - money(before, "member_sales")).isEqualTo(80_000);
        assertThat(count(after, "active_members") - count(before, "active_members")).isEqualTo(1);
        assertThat(count(after, "points_earned") - count(before, "points_earned")).isEqualTo(80);
        assertThat(count(after, "points_outstanding") - count(before, "points_outstanding")).isEqualTo(80);
        figures.mustBeThoseOfTheRows();
    }

    @Test
    void points_recorded_since_the_last_count_are_added_and_minutes_that_have_settled_come_to_the_same() {
        for (int minutes : new int[] {0, 2, 3, 9, 30}) {
            clock.advance(Duration.ofMinutes(minutes));
            sell(10_000);
            figures.count();
            figures.mustBeThoseOfTheRows();
            sell(20_000);
            figures.count();
            figures.mustBeThoseOfTheRows();
        }
    }

    @Test
    void points_that_come_to_the_ledger_late_are_counted_when_their_minutes_have_settled() throws InterruptedException {
        UUID member = people.join().id();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread late = Thread.ofPlatform().start(() -> ledger.post(session -> {
            session.lock(Set.of(member));
            session.member(member).earn(
                    new Posting("event:" + member, TransactionKind.EVENT_BONUS, new Source("event", member), session.now(), "{}"),
                    List.of(new Grant(500, shop.store().partnerId(), Optional.empty(), Optional.empty())));
            begun.countDown();
            waitFor(mayEnd);
            return null;
        }));
        waitFor(begun);
        sell(10_000);
        clock.advance(Duration.ofMinutes(5));
        figures.count();

        mayEnd.countDown();
        late.join();
        clock.advance(Duration.ofMinutes(30));
        figures.count();

        figures.mustBeThoseOfTheRows();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ending) {
            throw new AssertionError(ending);
        }
    }

    @Test
    void the_league_tells_what_each_store_sold() {
        sell(10_000);
        figures.count();
        JsonNode before = store(figures("day"));

        sell(80_000);
        sell(20_000, UUID.randomUUID());
        figures.count();
        JsonNode after = store(figures("day"));

        assertThat(sales(after) - sales(before)).isEqualTo(100_000);
        assertThat(more(before, after, "purchases")).isEqualTo(2);
        assertThat(more(before, after, "memberPurchases")).isEqualTo(1);
        assertThat(more(before, after, "points")).isEqualTo(80);
        assertThat(after.get("memberShare").getNumberValue().doubleValue())
                .isCloseTo((double) after.get("memberPurchases").getLongValue() / after.get("purchases").getLongValue(), within(0.0001));
    }

    private static long sales(JsonNode store) {
        return Long.parseLong(store.get("sales").get("amount").getStringValue());
    }

    private static long more(JsonNode before, JsonNode after, String count) {
        return after.get(count).getLongValue() - before.get(count).getLongValue();
    }

    private JsonNode store(JsonNode answer) {
        String id = PublicId.STORE.format(shop.store().id());
        for (JsonNode store : answer.get("stores").values()) {
            if (store.get("storeId").getStringValue().equals(id)) {
                return store;
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void what_is_behind_a_figure_is_listed_page_by_page_and_sums_to_it() {
        sell(30_000);
        sell(50_000);
        sell(20_000, UUID.randomUUID());
        figures.count();
        String store = PublicId.STORE.format(shop.store().id());
        long expected = Long.parseLong(store(figures("day")).get("sales").get("amount").getStringValue());

        long sum = 0;
        String cursor = "";
        do {
            Browser.Answer page = analyst.get(
                    "/api/v1/figures/sales/rows?period=day&limit=2&storeId=" + store + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            for (JsonNode row : page.json().get("items").values()) {
                sum += Long.parseLong(row.get("money").get("amount").getStringValue());
            }
            cursor = page.json().get("nextCursor") == null ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(sum).isEqualTo(expected);
    }

    @Test
    void movements_of_points_are_listed_and_sum_to_what_was_given() {
        sell(30_000);
        sell(50_000);
        figures.count();

        long sum = 0;
        String cursor = "";
        do {
            Browser.Answer page = analyst.get("/api/v1/figures/points_earned/rows?period=day&limit=100" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            for (JsonNode row : page.json().get("items").values()) {
                sum += row.get("points").getLongValue();
            }
            cursor = page.json().get("nextCursor") == null ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(sum).isEqualTo(count(figures("day"), "points_earned"));
    }

    @Test
    void an_administrator_sets_a_target_that_shows_in_its_month() {
        Browser administrator = browsers.staff(Role.ADMINISTRATOR);
        String month = YearMonth.from(today()).toString();
        String version = administrator.get("/api/v1/settings/figure-targets").header("ETag");

        Browser.Answer changed = administrator.put("/api/v1/settings/figure-targets", version, """
                {"targets": [{"figure": "member_share", "month": "%s", "value": 0.65}]}""".formatted(month));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        JsonNode share = figure(figures("month"), "member_share");
        assertThat(share.get("target").get("share").getNumberValue().doubleValue()).isEqualTo(0.65);
        assertThat(figure(figures("day"), "member_share").get("target")).isNull();
    }

    @Test
    void a_target_is_kept_digit_for_digit() {
        Browser administrator = browsers.staff(Role.ADMINISTRATOR);
        String version = administrator.get("/api/v1/settings/figure-targets").header("ETag");

        Browser.Answer changed = administrator.put("/api/v1/settings/figure-targets", version, """
                {"targets": [{"figure": "member_share", "month": "2031-01", "value": 0.1234567890123456789},
                 {"figure": "sales", "month": "2031-01", "value": 100}]}""");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("\"value\":0.1234567890123456789").containsPattern("\"value\":100[,}]");
    }

    @Test
    void a_share_above_one_and_two_targets_for_one_month_are_refused() {
        Browser administrator = browsers.staff(Role.ADMINISTRATOR);
        String version = administrator.get("/api/v1/settings/figure-targets").header("ETag");

        Browser.Answer refused = administrator.put("/api/v1/settings/figure-targets", version, """
                {"targets": [{"figure": "member_share", "month": "2026-11", "value": 1.5},
                 {"figure": "sales", "month": "2026-13", "value": 1}, {"figure": "sales", "month": "2026-13", "value": 2}]}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("validation_failed");
        assertThat(refused.fieldCodes())
                .containsEntry("/targets/0/value", "value_out_of_range")
                .containsEntry("/targets/1/month", "month_malformed");
    }

    @Test
    void a_figure_without_rows_a_day_to_come_and_an_unknown_period_are_refused() {
        Browser.Answer figure = analyst.get("/api/v1/figures/liability/rows");
        Browser.Answer day = analyst.get("/api/v1/figures?on=" + today().plusDays(2));
        Browser.Answer period = analyst.get("/api/v1/figures?period=year");

        assertThat(figure.status()).isEqualTo(404);
        assertThat(figure.text("code")).isEqualTo("figure_not_found");
        assertThat(day.status()).isEqualTo(422);
        assertThat(day.fieldCodes()).containsEntry("/on", "value_out_of_range");
        assertThat(period.status()).isEqualTo(422);
        assertThat(period.fieldCodes()).containsEntry("/period", "value_unknown");
    }

    @Test
    void figures_stores_and_rows_come_as_csv() {
        sell(30_000);
        figures.count();

        assertThat(analyst.get("/api/v1/figures/figures.csv?period=day").body())
                .startsWith("figure,unit,from,value,currency,target\r\n")
                .contains("sales,money," + today());
        assertThat(analyst.get("/api/v1/figures/stores.csv?period=day").body())
                .contains(PublicId.STORE.format(shop.store().id()));
        assertThat(analyst.get("/api/v1/figures/sales/rows.csv?period=day").body().lines().count())
                .isGreaterThanOrEqualTo(2);
    }

    private Browser.Answer sell(long rupiah) {
        return sell(rupiah, shop.member());
    }

    private Browser.Answer sell(long rupiah, UUID member) {
        Browser.Answer answer = browsers.sell(till, "memberId", PublicId.MEMBER.format(member), rupiah);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private LocalDate today() {
        return program.current().dateOf(clock.now());
    }

    private JsonNode figures(String period) {
        Browser.Answer answer = analyst.get("/api/v1/figures?period=" + period);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode figure(JsonNode answer, String name) {
        for (JsonNode figure : answer.get("figures").values()) {
            if (figure.get("figure").getStringValue().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError(name);
    }

    private static long count(JsonNode answer, String name) {
        return figure(answer, name).get("value").get("count").getLongValue();
    }

    private static long money(JsonNode answer, String name) {
        return Long.parseLong(figure(answer, name).get("value").get("money").get("amount").getStringValue());
    }
}
