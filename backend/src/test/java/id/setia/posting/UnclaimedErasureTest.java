package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Scope;
import id.setia.imports.OwnServer;
import id.setia.kernel.BusinessClock;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.points.LedgerProof;
import id.setia.points.Promise;
import id.setia.testing.Browser;
import id.setia.testing.TestProgram;
import id.setia.testing.TestTills;
import id.setia.tiers.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Memberships nobody claims, on a server of their own whose clock runs ahead by years. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnclaimedErasureTest {

    private static final Instant NOON = Instant.parse("2026-03-10T05:00:00Z");

    private OwnServer server;
    private Browser till;
    private UnclaimedErasures erasures;
    private String phone;

    @BeforeAll
    void open_a_shop() throws Exception {
        server = OwnServer.start("unclaimed");
        server.bean(BusinessClock.class).startAt(NOON);
        Partner owner = server.found(TestProgram.PROGRAM, 100_000);
        server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
        PartnerDirectory partners = server.bean(PartnerDirectory.class);
        Store store = partners.createStore(OwnServer.NOBODY, owner.id(), "menteng", "Toko Menteng", ZoneId.of("Asia/Jakarta"), "Jakarta");
        Terminal terminal = partners.createTerminal(OwnServer.NOBODY, store.id(), "1");
        IssuedClient client = server.bean(ApiClients.class)
                .create(OwnServer.NOBODY, "kasir", owner.id(), Optional.of(terminal.id()), "Kasir", EnumSet.allOf(Scope.class));
        till = server.stranger();
        String token = till.postForm(
                        "/api/v1/oauth/token",
                        "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret())
                .text("access_token");
        till.with("Authorization", "Bearer " + token);
        erasures = server.bean(UnclaimedErasures.class);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @AfterEach
    void let_everybody_left_run_out() {
        pass(Duration.ofDays(800));
        erasures.run();
        pass(Duration.ofDays(31));
        erasures.run();
    }

    @BeforeEach
    void somebody_new() {
        phone = TestTills.phone();
    }

    @Test
    void after_a_year_without_a_purchase_the_person_is_forgotten_and_the_ledger_still_proves_itself() {
        Browser.Answer enrolled = till.post("/api/v1/members", "{\"phone\":\"" + phone + "\",\"name\":\"Sari Dewi\",\"cashier\":\"k-17\"}");
        pass(Duration.ofDays(30));
        String bought = sell(50_000).text("purchaseId");

        pass(Duration.ofDays(330));
        assertThat(erasures.run()).as("eleven months after the purchase").isEqualTo(new UnclaimedErasures.Run(0, 0));
        pass(Duration.ofDays(10));
        assertThat(erasures.run()).isEqualTo(new UnclaimedErasures.Run(1, 0));
        assertThat(erasures.run()).as("told once").isEqualTo(new UnclaimedErasures.Run(0, 0));
        assertThat(lookup().status()).isEqualTo(200);

        pass(Duration.ofDays(31));
        assertThat(erasures.run()).isEqualTo(new UnclaimedErasures.Run(0, 1));
        assertThat(erasures.run()).as("started again").isEqualTo(new UnclaimedErasures.Run(0, 0));

        assertThat(lookup().status()).as("nobody is known by the number").isEqualTo(404);
        assertThat(server.count("member WHERE name = 'Sari Dewi'")).isZero();
        assertThat(server.count("member_identifier WHERE value = '" + phone + "'")).isZero();
        assertThat(server.count("message WHERE recipient = '" + phone + "'")).isZero();
        assertThat(server.count("till_enrolment WHERE cashier = 'k-17'")).isZero();
        Browser.Answer whole = till.get("/api/v1/members/" + enrolled.text("memberId"));
        assertThat(whole.text("state")).isEqualTo("erased");
        assertThat(whole.json().get("points").get("available").getLongValue()).isZero();
        assertThat(server.count("outbox WHERE type = 'member.erased'") + server.count("feed WHERE type = 'member.erased'"))
                .isEqualTo(1);
        assertThat(server.count("ledger_transaction WHERE kind = 'erasure' AND available_change = -50")).isEqualTo(1);
        Browser.Answer receipt = till.get("/api/v1/purchases/" + bought);
        assertThat(receipt.json().get("total").get("amount").getStringValue()).as("the facts stay").isEqualTo("50000");
        proof();

        Browser.Answer anew = till.post("/api/v1/members", "{\"phone\":\"" + phone + "\"}");
        assertThat(anew.status()).as("the number is free for whoever has it").isEqualTo(201);
        assertThat(anew.text("memberId")).isNotEqualTo(enrolled.text("memberId"));
    }

    @Test
    void a_purchase_after_the_warning_gives_another_year() {
        till.post("/api/v1/members", "{\"phone\":\"" + phone + "\"}");
        pass(Duration.ofDays(340));
        assertThat(erasures.run().warned()).isEqualTo(1);
        sell(20_000);

        pass(Duration.ofDays(60));
        assertThat(erasures.run()).isEqualTo(new UnclaimedErasures.Run(0, 0));
        assertThat(lookup().json().get("points").get("available").getLongValue()).isEqualTo(20);

        pass(Duration.ofDays(290));
        assertThat(erasures.run().warned()).as("warned anew").isEqualTo(1);
        pass(Duration.ofDays(40));
        assertThat(erasures.run().erased()).isEqualTo(1);
        proof();
    }

    @Test
    void whoever_was_not_warned_in_time_still_has_thirty_days_from_the_warning() {
        till.post("/api/v1/members", "{\"phone\":\"" + phone + "\"}");
        pass(Duration.ofDays(500));
        assertThat(erasures.run()).as("the server was off for months").isEqualTo(new UnclaimedErasures.Run(1, 0));
        pass(Duration.ofDays(29));
        assertThat(erasures.run()).isEqualTo(new UnclaimedErasures.Run(0, 0));
        pass(Duration.ofDays(1));
        assertThat(erasures.run()).isEqualTo(new UnclaimedErasures.Run(0, 1));
    }

    private void pass(Duration time) {
        server.bean(BusinessClock.class).advance(time);
    }

    private Browser.Answer sell(long rupiah) {
        Instant now = server.bean(BusinessClock.class).now();
        return till.post(
                "/api/v1/purchases", TestTills.receipt(TestTills.number(), now, rupiah, "{\"phone\":\"" + phone + "\"}"));
    }

    private Browser.Answer lookup() {
        return till.post("/api/v1/members/lookup", "{\"phone\":\"" + phone + "\"}");
    }

    private void proof() {
        assertThat(server.bean(LedgerProof.class).promises()).allMatch(Promise::holds);
    }
}
