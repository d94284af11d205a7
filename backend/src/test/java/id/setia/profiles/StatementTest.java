package id.setia.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Role;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.points.Balance;
import id.setia.points.Grant;
import id.setia.points.PastBalances;
import id.setia.points.PointsLedger;
import id.setia.points.Posting;
import id.setia.points.Source;
import id.setia.points.TimeKind;
import id.setia.points.TransactionKind;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import id.setia.testing.TestStaff;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member had at a past moment, and a month's statement. */
@SetiaTest
class StatementTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Inject
    TestShop shop;

    @Inject
    TestMembers people;

    @Inject
    TestStaff staff;

    @Inject
    PointsLedger points;

    @Inject
    PastBalances past;

    @Inject
    Transactions transactions;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    private Instant now;
    private UUID member;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now();
        member = shop.member();
    }

    @Test
    void what_was_recorded_late_counts_by_business_time_where_it_belongs_and_by_record_time_where_it_came() {
        give(100, days(-20), Optional.empty());
        Instant between = latest(member).plusNanos(500);
        give(40, days(-30), Optional.empty());

        assertThat(past.at(member, days(-25), TimeKind.BUSINESS).available()).isEqualTo(40);
        assertThat(past.at(member, days(-10), TimeKind.BUSINESS).available()).isEqualTo(140);
        assertThat(past.at(member, between, TimeKind.RECORD).available()).isEqualTo(100);
        assertThat(past.at(member, days(-10), TimeKind.RECORD)).isEqualTo(Balance.NOTHING);
        assertThat(past.at(member, clock.now(), TimeKind.RECORD)).isEqualTo(points.balance(member));
    }

    @Test
    void points_that_lapsed_since_were_there_before_they_did() {
        give(70, days(-40), Optional.of(days(-5)));
        points.settle(List.of(member));

        assertThat(past.at(member, days(-6), TimeKind.BUSINESS).available()).isEqualTo(70);
        assertThat(past.at(member, days(-5), TimeKind.BUSINESS).available()).isZero();
        assertThat(past.at(member, days(-6), TimeKind.BUSINESS).lots()).singleElement()
                .satisfies(lot -> assertThat(lot.expiresAt()).contains(days(-5)));
    }

    @Test
    void what_was_used_since_is_back_in_its_lots() {
        give(50, days(-20), Optional.empty());
        give(50, days(-10), Optional.empty());
        Instant before = latest(member);
        points.spend(member, 60, shop.store().partnerId(), ids.next().toString(), ids.next());

        assertThat(past.at(member, before, TimeKind.RECORD).lots()).extracting(Balance.LotLeft::points).containsExactly(50L, 50L);
        assertThat(points.balance(member).lots()).extracting(Balance.LotLeft::points).containsExactly(40L);
    }

    @Test
    void staff_read_a_members_past_and_a_malformed_moment_is_refused() {
        give(30, days(-3), Optional.empty());
        Browser agent = staff.signedIn(Role.SERVICE_AGENT);
        String path = "/api/v1/members/" + PublicId.MEMBER.format(member);

        Browser.Answer seen = agent.get(path + "/points?asOf=" + days(-4) + "&by=business");

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("\"available\":0", "\"by\":\"business\"");
        assertThat(agent.get(path + "/activity?asOf=" + days(-4)).body()).contains("\"items\":[]");
        assertThat(agent.get(path + "/points?asOf=yesterday").fieldCodes()).containsEntry("/asOf", "time_malformed");
        assertThat(agent.get(path + "/points?asOf=2999-01-01T00:00:00Z").fieldCodes()).containsEntry("/asOf", "not_past");
        assertThat(agent.get(path + "/points?asOf=" + days(-4) + "&by=Record").fieldCodes())
                .containsEntry("/by", "value_unknown");
    }

    @Test
    void a_months_statement_goes_from_balance_to_balance_in_words_and_as_csv() {
        give(30, days(-3), Optional.of(now.plus(Duration.ofDays(90))));
        points.spend(member, 10, shop.store().partnerId(), ids.next().toString(), ids.next());
        Browser agent = staff.signedIn(Role.SERVICE_AGENT);
        YearMonth month = YearMonth.from(latest(member).atZone(JAKARTA));
        String path = "/api/v1/members/" + PublicId.MEMBER.format(member) + "/statements/";

        Browser.Answer statement = agent.get(path + month);
        Browser.Answer csv = agent.get(path + month + "/csv");

        assertThat(statement.status()).as(statement.body()).isEqualTo(200);
        assertThat(statement.json().get("openingBalance").getLongValue()).isZero();
        assertThat(statement.json().get("received").getLongValue()).isEqualTo(30);
        assertThat(statement.json().get("gone").getLongValue()).isEqualTo(-10);
        assertThat(statement.json().get("closingBalance").getLongValue()).isEqualTo(20);
        assertThat(statement.json().get("items").size()).isEqualTo(2);
        assertThat(statement.json().get("expiring").size()).isEqualTo(1);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body().lines()).hasSize(5).last().satisfies(line -> assertThat(line).endsWith("Saldo akhir,,,,,20"));
        assertThat(agent.get(path + month.plusMonths(1)).fieldCodes()).containsEntry("/month", "date_in_future");
        assertThat(agent.get(path + "soon").fieldCodes()).containsEntry("/month", "month_malformed");
        assertThat(agent.get(path + month.minusMonths(1)).json().get("closingBalance").getLongValue()).isZero();
    }

    @Test
    void a_stranger_reads_no_statement() {
        Browser stranger = new Browser(server, mapper);
        String path = "/api/v1/members/" + PublicId.MEMBER.format(member) + "/statements/2026-01";

        assertThat(stranger.get(path).status()).isEqualTo(401);
    }

    private Instant days(int days) {
        return now.plus(Duration.ofDays(days));
    }

    private void give(long many, Instant at, Optional<Instant> expiresAt) {
        points.post(session -> {
            session.lock(Set.of(member), Set.of(member), List.of());
            return session.member(member)
                    .add(
                            new Posting(
                                    "uji:" + ids.next(), TransactionKind.ADJUSTMENT, new Source("uji", ids.next()), at,
                                    "{}"),
                            new Grant(many, shop.store().partnerId(), expiresAt, Optional.empty()));
        });
    }

    private Instant latest(UUID of) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT MAX(recorded_at) AS latest FROM ledger_transaction WHERE member_id = ?")) {
                select.setBytes(1, UuidBytes.of(of));
                try (var row = select.executeQuery()) {
                    row.next();
                    return Sql.instant(row, "latest");
                }
            }
        });
    }
}
