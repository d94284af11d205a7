package id.setia.posting;

import static id.setia.posting.Receipts.by;
import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.members.MemberReference;
import id.setia.posting.Receipts.Item;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestMembers;
import id.setia.testing.TestShop;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections over HTTP: who may, what is needed, and what both members then read. */
@SetiaTest
class CorrectionApiTest {

    private static final String WHY = "\"reason\":\"wrong_member\",\"explanation\":\"Kartu tertukar\"";

    @Inject
    TestShop shop;

    @Inject
    TestMembers people;

    @Inject
    StaffAccounts staff;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    Attachments attachments;

    @Inject
    BusinessClock clock;

    @Inject
    IdMaker ids;

    @Inject
    EmbeddedServer server;

    @Inject
    JsonMapper mapper;

    private Instant now;

    @BeforeEach
    void openShop() {
        shop.open();
        now = clock.now().minus(Duration.ofMinutes(5));
    }

    @Test
    void a_move_is_previewed_done_once_and_told_to_both_members() {
        TestMembers.TestMember wrong = people.join();
        TestMembers.TestMember right = people.join();
        String purchase = post(receipt(number(), now, wrong.id(), Item.of(70_000)));
        Browser rina = staffWith(Role.SERVICE_AGENT);
        String to = "\"member\":{\"email\":\"" + right.email() + "\"}";

        Browser.Answer preview = rina.post("/api/v1/purchases/" + purchase + "/previews", "{\"act\":\"move\"," + to + "}");
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().get("effects").get(0).get("points").getLongValue()).isEqualTo(-70);
        assertThat(preview.json().get("effects").get(1).get("points").getLongValue()).isEqualTo(70);
        Browser.Answer keyless = rina.post("/api/v1/purchases/" + purchase + "/moves", "{" + to + "," + WHY + "}");
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.text("code")).isEqualTo("idempotency_key_missing");
        rina.with("Idempotency-Key", number());
        Browser.Answer moved = rina.post("/api/v1/purchases/" + purchase + "/moves", "{" + to + "," + WHY + "}");
        Browser.Answer again = rina.post("/api/v1/purchases/" + purchase + "/moves", "{" + to + "," + WHY + "}");

        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        assertThat(again.text("correctionId")).isEqualTo(moved.text("correctionId"));
        Browser.Answer loser = signedIn("member", wrong.email()).get("/api/v1/members/me/activity");
        assertThat(loser.json().get("items").get(0).get("kind").getStringValue()).isEqualTo("reversal");
        assertThat(loser.body()).contains("dipindahkan ke anggota lain").doesNotContain(PublicId.MEMBER.format(right.id()));
        Browser.Answer winner = signedIn("member", right.email()).get("/api/v1/members/me/activity");
        assertThat(winner.body()).contains("Dipindahkan ke sini dari anggota lain");
        assertThat(winner.json().get("items").get(0).get("points").getLongValue()).isEqualTo(70);
    }

    @Test
    void only_service_agents_correct_and_nobody_their_own_membership() {
        TestMembers.TestMember member = people.join();
        String purchase = post(receipt(number(), now, member.id(), Item.of(70_000)));
        Browser.Answer marketer = staffWith(Role.MARKETER).with("Idempotency-Key", number())
                .post("/api/v1/purchases/" + purchase + "/detachments", "{" + WHY + "}");
        staff.create(
                new Caller.Stranger(), member.email(), "Budi", TestMembers.PASSWORD, Set.of(Role.SERVICE_AGENT));
        Browser.Answer own = signedIn("staff", member.email()).with("Idempotency-Key", number())
                .post("/api/v1/purchases/" + purchase + "/detachments", "{" + WHY + "}");

        assertThat(marketer.status()).isEqualTo(403);
        assertThat(marketer.text("code")).isEqualTo("forbidden");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.text("code")).isEqualTo("own_membership");
    }

    @Test
    void points_beyond_the_limit_wait_in_the_queue_and_the_member_reads_why_they_came() {
        TestMembers.TestMember member = people.join();
        Browser rina = staffWith(Role.SERVICE_AGENT).with("Idempotency-Key", number());
        String path = "/api/v1/members/" + PublicId.MEMBER.format(member.id());
        String order = "{\"points\":2500,\"reason\":\"goodwill\",\"explanation\":\"Menunggu lama\"}";

        assertThat(rina.post(path + "/adjustment-previews", order).json().get("needsApproval").getBooleanValue()).isTrue();
        Browser.Answer asked = rina.post(path + "/adjustments", order);
        assertThat(asked.text("state")).as(asked.body()).isEqualTo("waiting");
        String approval = asked.text("approvalId");
        Browser finance = staffWith(Role.FINANCE);
        assertThat(finance.get("/api/v1/approvals").body()).contains(approval, "Tambah 2.500");
        Browser.Answer own = rina.post("/api/v1/approvals/" + approval + "/approval", "{}");
        assertThat(own.text("code")).isEqualTo("own_request");
        Browser.Answer yes = finance.post("/api/v1/approvals/" + approval + "/approval", "");

        assertThat(yes.status()).as(yes.body()).isEqualTo(200);
        assertThat(yes.text("state")).isEqualTo("approved");
        assertThat(rina.post(path + "/adjustments", order).text("state")).isEqualTo("posted");
        Browser.Answer activity = signedIn("member", member.email()).get("/api/v1/members/me/activity");
        assertThat(activity.body()).contains("Poin ditambahkan petugas", "Tanda maaf dari kami").doesNotContain("Menunggu lama");
    }

    @Test
    void the_daily_list_shows_cashiers_opens_their_acts_and_leaves_as_csv() {
        UUID friend = shop.member();
        for (int receipts = 0; receipts < 5; receipts++) {
            String forgotten = post(by("=k+9", receipt(number(), now, null, Item.of(20_000))));
            attachments.attach(
                    shop.till(), PublicId.PURCHASE.parse(forgotten).orElseThrow(), MemberReference.memberId(friend), Optional.empty());
        }
        Browser auditor = staffWith(Role.AUDITOR);

        Browser.Answer list = auditor.get("/api/v1/corrections/daily");
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.body()).contains("=k+9");
        Browser.Answer acts = auditor.get("/api/v1/corrections?storeId=" + PublicId.STORE.format(shop.store().id())
                + "&terminalId=" + PublicId.TERMINAL.format(shop.till().terminalId().orElseThrow()) + "&cashier=%3Dk%2B9");
        assertThat(acts.json().get("items").size()).isEqualTo(5);
        assertThat(auditor.get("/api/v1/corrections/daily.csv").body()).contains("'=k+9", "attachment_acts");
        assertThat(staffWith(Role.STORE_MANAGER).get("/api/v1/corrections/daily").json().get("items").size())
                .as("a store manager without stores")
                .isZero();
        assertThat(staffWith(Role.SERVICE_AGENT).get("/api/v1/corrections/daily").status()).isEqualTo(403);
    }

    @Test
    void limits_are_changed_by_administrators_from_the_version_they_read() {
        Browser administrator = staffWith(Role.ADMINISTRATOR);
        Browser.Answer before = administrator.get("/api/v1/settings/approval-limits");
        String same = before.body();

        assertThat(administrator.send("PUT", "/api/v1/settings/approval-limits", "application/json", same).status())
                .isEqualTo(428);
        administrator.with("If-Match", before.header("ETag"));
        Browser.Answer unknown = administrator.send(
                "PUT", "/api/v1/settings/approval-limits", "application/json", same.replace("finance", "king"));
        assertThat(unknown.fieldCodes()).containsEntry("/limits", "role_unknown");
        assertThat(administrator.send("PUT", "/api/v1/settings/approval-limits", "application/json", same).status())
                .isEqualTo(200);
        assertThat(administrator.send("PUT", "/api/v1/settings/approval-limits", "application/json", same).status())
                .isEqualTo(412);
        assertThat(staffWith(Role.SERVICE_AGENT).get("/api/v1/settings/velocity").status()).isEqualTo(403);
    }

    @Test
    void a_receipt_that_is_nobodys_is_found_by_its_number() {
        String number = number();
        post(receipt(number, now, null, Item.of(20_000)));

        Browser.Answer found = staffWith(Role.SERVICE_AGENT).get("/api/v1/purchases?number=" + number);

        assertThat(found.json().get("items").get(0).get("state").getStringValue()).isEqualTo("unattached");
    }

    @Test
    void what_is_nobodys_is_listed_by_store_page_by_page_the_latest_first() {
        post(receipt(number(), now, null, Item.of(20_000)));
        post(receipt(number(), now, null, Item.of(30_000)));
        Browser agent = staffWith(Role.SERVICE_AGENT);
        String wanted = "/api/v1/purchases?attached=false&limit=1&storeId=" + PublicId.STORE.format(shop.store().id());

        Browser.Answer first = agent.get(wanted);
        Browser.Answer second = agent.get(wanted + "&cursor=" + first.text("nextCursor"));

        assertThat(first.body()).contains("\"30000\"").doesNotContain("\"20000\"");
        assertThat(second.body()).contains("\"20000\"");
    }

    private String post(PostPurchaseRequest request) {
        return poster.post(reader.read(request, shop.till())).answer().purchaseId();
    }

    private Browser staffWith(Role... roles) {
        String email = ids.next() + "@staff.example.com";
        staff.create(new Caller.Stranger(), email, "Rina", TestMembers.PASSWORD, Set.of(roles));
        return signedIn("staff", email);
    }

    private Browser signedIn(String kind, String email) {
        Browser browser = new Browser(server, mapper);
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(kind, email, TestMembers.PASSWORD));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }
}
