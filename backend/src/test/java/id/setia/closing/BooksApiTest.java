package id.setia.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.TestFeed;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.program.ProgramSettings;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestStaff;
import id.setia.testing.TestTills;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@SetiaTest
class BooksApiTest {

    @Inject
    TestBooks books;

    @Inject
    TestStaff staff;

    @Inject
    TestTills tills;

    @Inject
    TestFeed feed;

    @Inject
    ApiClients clients;

    @Inject
    Closings closings;

    @Inject
    ProgramSettings program;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Test
    void finance_reads_the_liability_and_a_partners_system_its_own_part_alone() {
        UUID funder = books.partner();
        UUID other = books.partner();
        Instant now = clock.now();
        books.earn(books.member(), now, 900, funder, Optional.of(Instant.parse("2031-06-15T00:00:00Z")));
        books.earn(books.member(), now, 10, other, Optional.empty());

        JsonNode all = staff.signedIn(Role.FINANCE).get("/api/v1/liability").json();
        Browser.Answer own = system(funder).get("/api/v1/liability");

        assertThat(of(all.get("funders"), funder).get("outstanding").getLongValue()).isEqualTo(900);
        assertThat(of(all.get("funders"), other).get("outstanding").getLongValue()).isEqualTo(10);
        assertThat(own.json().get("funders").size()).isEqualTo(1);
        JsonNode part = own.json().get("funders").get(0);
        assertThat(part.get("funder").get("partnerId").getStringValue()).isEqualTo(PublicId.PARTNER.format(funder));
        assertThat(part.get("expiring").get(0).get("month").getStringValue()).isEqualTo("2031-06");
        assertThat(own.json().get("total").get("outstanding").getLongValue()).isEqualTo(900);
        assertThat(system(other).get("/api/v1/liability/figures.csv").body())
                .startsWith("as_of,funder,figure,of,points,value,currency\r\n")
                .contains(",outstanding,,10,")
                .doesNotContain(",900,");
    }

    @Test
    void a_past_moment_is_asked_for_by_time_or_by_position_and_not_by_both() {
        UUID funder = books.partner();
        books.earn(books.member(), clock.now(), 900, funder, Optional.empty());
        feed.move();
        Browser auditor = staff.signedIn(Role.AUDITOR);

        Browser.Answer past = auditor.get("/api/v1/liability?at=2001-01-01T00:00:00Z");
        assertThat(past.status()).isEqualTo(200);
        assertThat(past.json().get("funders").size()).isZero();
        assertThat(auditor.get("/api/v1/liability?at=tomorrow").fieldCodes()).containsEntry("/at", "time_malformed");
        assertThat(auditor.get("/api/v1/liability?position=-1").fieldCodes())
                .containsEntry("/position", "position_malformed");
        assertThat(auditor.get("/api/v1/liability?at=2999-01-01T00:00:00Z").fieldCodes()).containsEntry("/at", "not_past");
        assertThat(auditor.get("/api/v1/liability?position=1&at=2001-01-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(auditor.get("/api/v1/liability?position=999999999999999").fieldCodes())
                .containsEntry("/position", "position_unknown");
        assertThat(auditor.get("/api/v1/liability?position=x").status()).isEqualTo(422);
    }

    @Test
    void what_a_point_counts_for_is_set_by_date_once_under_a_key_and_keeps_its_history() {
        Browser finance = staff.signedIn(Role.FINANCE).with("Idempotency-Key", ids.next().toString());
        String body = "{\"validFrom\":\"2150-02-01\",\"value\":\"7.25\"}";

        Browser.Answer set = finance.post("/api/v1/accounting-values", body);
        Browser.Answer again = finance.post("/api/v1/accounting-values", body);

        assertThat(set.status()).as(set.body()).isEqualTo(201);
        assertThat(again.text("setAt")).isEqualTo(set.text("setAt"));
        assertThat(finance.post("/api/v1/accounting-values", "{\"validFrom\":\"2150-02-02\",\"value\":\"7.25\"}").status())
                .isEqualTo(422);
        finance.with("Idempotency-Key", ids.next().toString());
        assertThat(finance.post("/api/v1/accounting-values", "{\"validFrom\":\"2150-02-01\",\"value\":\"-1\"}").fieldCodes())
                .containsEntry("/value", "value_out_of_range");
        assertThat(finance.post("/api/v1/accounting-values", "{\"validFrom\":\"1990-01-01\",\"value\":\"1\"}").status())
                .isIn(201, 422);
        assertThat(finance.get("/api/v1/accounting-values").body()).contains("\"2150-02-01\"").contains("7.25");
    }

    @Test
    void a_month_is_closed_reported_and_settled_over_http() {
        YearMonth month = books.openMonth();
        UUID funder = books.partner();
        UUID honouring = books.partner();
        UUID member = books.member();
        books.earn(member, books.at(month, 2), 1_000, funder, Optional.empty());
        books.spend(member, books.at(month, 3), 400, honouring);
        Browser finance = staff.signedIn(Role.FINANCE);

        Browser.Answer begun = finance.post("/api/v1/closings", "{\"month\":\"" + month + "\"}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(finance.get("/api/v1/closings/" + month).text("code")).isEqualTo("closing_not_done");
        closings.run(month);

        Browser.Answer closed = finance.get("/api/v1/closings/" + month);
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().get("reconciled").getBooleanValue()).isTrue();
        JsonNode own = system(funder).get("/api/v1/closings/" + month).json().get("funders");
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.get(0).get("redeemed").getLongValue()).isEqualTo(400);
        JsonNode settlement = system(honouring).get("/api/v1/closings/" + month + "/settlement").json();
        assertThat(settlement.get("net").size()).isEqualTo(1);
        assertThat(settlement.get("net").get(0).get("debtor").get("partnerId").getStringValue())
                .isEqualTo(PublicId.PARTNER.format(funder));
        assertThat(settlement.get("net").get(0).get("points").getLongValue()).isEqualTo(400);
        assertThat(settlement.get("net").get(0).get("value").get("amount").getStringValue())
                .isEqualTo(program.current().worthOf(400).amount());
        assertThat(system(books.partner()).get("/api/v1/closings/" + month + "/settlement").json().get("items").size())
                .isZero();
        assertThat(finance.get("/api/v1/closings/" + month + "/settlement.csv").body())
                .startsWith("month,kind,debtor,creditor,points,value,currency\r\n");
        assertThat(finance.get("/api/v1/closings/" + month + "/figures.csv").body()).contains(",brought_forward,,0,0,");
        Browser.Answer journal = finance.get("/api/v1/closings/" + month + "/journal.csv");
        assertThat(journal.status()).isEqualTo(200);
        assertThat(journal.header("Content-Disposition")).contains("journal-" + month);
        assertThat(journal.body()).startsWith("date,business_date,posting_key,kind,account,").contains(",redeemed,");
        assertThat(finance.get("/api/v1/closings?limit=1").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void a_month_that_is_none_is_refused() {
        Browser finance = staff.signedIn(Role.FINANCE);

        assertThat(finance.post("/api/v1/closings", "{\"month\":\"2026-13\"}").fieldCodes())
                .containsEntry("/month", "month_malformed");
        assertThat(finance.post("/api/v1/closings", "{\"month\":\"2199-01\"}").text("code")).isEqualTo("month_not_over");
        assertThat(finance.get("/api/v1/closings/2199-01").text("code")).isEqualTo("closing_not_found");
        assertThat(finance.get("/api/v1/closings/x").status()).isEqualTo(404);
        assertThat(finance.get("/api/v1/closings/2199-01/journal.csv").status()).isEqualTo(404);
        assertThat(finance.get("/api/v1/closings?cursor=zz").status()).isEqualTo(422);
    }

    @Test
    void how_the_books_are_kept_is_changed_from_the_version_read() {
        Browser finance = staff.signedIn(Role.FINANCE);
        String tag = finance.get("/api/v1/settings/finance").header("ETag");

        assertThat(finance.put("/api/v1/settings/finance", tag, "{\"closingDay\":5,\"breakageRate\":\"1.5\",\"breakageLots\":10}")
                        .fieldCodes())
                .containsEntry("/breakageRate", "value_out_of_range");
        Browser.Answer changed =
                finance.put("/api/v1/settings/finance", tag, "{\"closingDay\":3,\"breakageRate\":\"0.1\",\"breakageLots\":500}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(finance.put("/api/v1/settings/finance", tag, "{\"closingDay\":4,\"breakageRate\":\"0\",\"breakageLots\":500}")
                        .status())
                .isEqualTo(412);
    }

    private Browser system(UUID partner) {
        IssuedClient client = clients.create(
                new Caller.Stranger(), ids.next().toString(), partner, Optional.empty(), "ERP",
                EnumSet.of(Scope.LEDGER_READ));
        Browser system = tills.browser();
        Browser.Answer token = system.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret());
        return system.with("Authorization", "Bearer " + token.text("access_token"));
    }

    private static JsonNode of(JsonNode funders, UUID partner) {
        String id = PublicId.PARTNER.format(partner);
        return StreamSupport.stream(funders.values().spliterator(), false)
                .filter(funder -> funder.get("funder").get("partnerId").getStringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
