package id.setia.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.access.StaffAccounts;
import id.setia.audiences.Audience;
import id.setia.closing.TestBooks;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.figures.PlainFigures;
import id.setia.kernel.LocalText;
import id.setia.members.ConsentChoice;
import id.setia.members.ConsentPurpose;
import id.setia.kernel.PublicId;
import id.setia.offers.NewOffer;
import id.setia.offers.Offers;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.rewards.RewardKind;
import id.setia.testing.Browser;
import id.setia.testing.TestBrowsers;
import id.setia.testing.TestMembers;
import id.setia.testing.TestPhones;
import id.setia.testing.TestRewards;
import id.setia.testing.TestTills;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import id.setia.posting.Adjustment;
import id.setia.posting.CorrectionReason;
import id.setia.posting.ManualPoints;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Toko Melati with its till and its staff, and an offer that doubles the points of one purchase. */
final class Shop {

    static final String NAME = "Toko Melati";
    static final String CODE = "melati";
    static final String STAFF_EMAIL = "rina@klub.example.com";
    static final String OFFER = "Poin 2× sekali belanja";

    private static final Caller NOBODY = new Caller.Stranger();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private final EmbeddedServer server;
    private final Browser till;
    private final UUID store;
    private final AtomicInteger receipts = new AtomicInteger(1000);

    Shop(EmbeddedServer server) {
        this.server = server;
        PartnerDirectory partners = bean(PartnerDirectory.class);
        Partner owner = partners.owner();
        Store opened = partners.createStore(NOBODY, owner.id(), CODE, NAME, JAKARTA, "Jakarta");
        store = opened.id();
        Terminal terminal = partners.createTerminal(NOBODY, store, "1");
        till = signedIn(bean(ApiClients.class)
                .create(
                        NOBODY,
                        "till-melati",
                        owner.id(),
                        Optional.of(terminal.id()),
                        "Kasir 1",
                        EnumSet.of(Scope.PURCHASES_WRITE, Scope.REFUNDS_WRITE, Scope.VOUCHERS_WRITE, Scope.HOLDS_WRITE)));
        bean(StaffAccounts.class)
                .create(NOBODY, STAFF_EMAIL, "Rina Hartono", TestMembers.PASSWORD, Set.of(Role.ADMINISTRATOR));
        publishOffer(owner);
    }

    private <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Turns phones on and off. */
    TestPhones phones() {
        return bean(TestPhones.class);
    }

    private Browser signedIn(IssuedClient client) {
        Browser system = new Browser(server, bean(JsonMapper.class));
        Browser.Answer token = system.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret());
        assertThat(token.status()).isEqualTo(200);
        return system.with("Authorization", "Bearer " + token.text("access_token"));
    }

    private void publishOffer(Partner owner) {
        LocalText name = LocalText.of(OFFER, "Double points once");
        UUID rule = bean(EarningRules.class)
                .publish(
                        "twice",
                        new RuleDefinition(
                                name,
                                name,
                                Trigger.PURCHASE,
                                Conditions.NONE.onlyThroughOffer(),
                                new Effect.Multiplier(new BigDecimal("2")),
                                12,
                                owner.id()),
                        LONG_AGO,
                        Optional.empty());
        bean(Offers.class)
                .publish(new NewOffer(
                        "twice",
                        name,
                        LocalText.of("Aktifkan sebelum belanja berikutnya.", "Activate it before your next purchase."),
                        "2×",
                        new Audience.Everyone(),
                        rule,
                        Instant.now().minus(Duration.ofDays(1)),
                        Instant.now().plus(Duration.ofDays(30)),
                        true,
                        1));
    }

    /** A member with a password, who joined just now. */
    TestMembers.TestMember member() {
        return bean(TestMembers.class).join();
    }

    /** A member who lets offers be chosen by what they buy. */
    TestMembers.TestMember memberWhoMayBeProfiled() {
        return bean(TestMembers.class).joinWith(List.of(new ConsentChoice(ConsentPurpose.PROFILING.value(), true)));
    }

    /** A marketer, who can sign in; the e-mail. */
    String marketer() {
        String email = "marketer-" + UUID.randomUUID() + "@klub.example.com";
        bean(StaffAccounts.class).create(NOBODY, email, "Tari Lestari", TestMembers.PASSWORD, Set.of(Role.MARKETER));
        return email;
    }

    /** A member who bought something, brought something back, and misses the points of a receipt. */
    TestMembers.TestMember shopper() {
        TestMembers.TestMember budi = member();
        sell("email", budi.email(), 120_000);
        takeBack(sell("email", budi.email(), 40_000));
        reportMissing(budi);
        return budi;
    }

    private void reportMissing(TestMembers.TestMember member) {
        Browser.Answer reported = bean(TestBrowsers.class).member(member.email()).post("/api/v1/members/me/cases", """
                {"storeId": "%s", "businessDate": "%s", "receiptNumber": "Z%d", "total": {"amount": "20000", "currency": "IDR"},
                 "note": "Kartu tertinggal di rumah."}"""
                .formatted(PublicId.STORE.format(store), Instant.now().atZone(JAKARTA).toLocalDate(), receipts.incrementAndGet()));
        assertThat(reported.status()).as(reported.body()).isEqualTo(201);
    }

    /** A partner beside the owner of the program. */
    synchronized void partner() {
        PartnerDirectory partners = bean(PartnerDirectory.class);
        if (partners.partners().stream().noneMatch(partner -> partner.code().equals("kopi-senja"))) {
            partners.createPartner(NOBODY, "kopi-senja", "Kopi Senja", false);
        }
    }

    /** The till posts a purchase of one bag of rice for whoever shows this; its receipt number. */
    String sell(String reference, String value, long rupiah) {
        String number = "M" + receipts.incrementAndGet();
        Instant now = Instant.now();
        Browser.Answer answer = till.post("/api/v1/purchases", """
                {"channel": "store", "till": "1", "receiptNumber": "%s", "businessDate": "%s", "occurredAt": "%s", "member": {"%s": "%s"},
                 "lines": [{"position": 1, "sku": "8990001", "name": "Beras 5 kg", "category": "Bahan pokok", "quantity": "1",
                            "amount": {"amount": "%6$d", "currency": "IDR"}}],
                 "total": {"amount": "%6$d", "currency": "IDR"},
                 "tenders": [{"kind": "cash", "amount": {"amount": "%6$d", "currency": "IDR"}}]}"""
                .formatted(number, now.atZone(JAKARTA).toLocalDate(), now, reference, value, rupiah));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("state")).as(answer.body()).isEqualTo("attached");
        return number;
    }

    /** The till posts a purchase of somebody who shows nothing; the code printed on the receipt. */
    String sellToNobody(long rupiah) {
        Instant now = Instant.now();
        Browser.Answer answer = till.post("/api/v1/purchases", TestTills.receipt(TestTills.number(), now, rupiah, ""));
        assertThat(answer.text("claimCode")).as(answer.body()).isNotEmpty();
        return answer.text("claimCode");
    }

    /** The till sets points aside for whoever shows this QR; what it is answered. */
    Browser.Answer hold(String qr, long points) {
        return till.with("Idempotency-Key", "hold-" + receipts.incrementAndGet())
                .post("/api/v1/holds", "{\"member\": {\"card\": \"%s\"}, \"points\": %d}".formatted(qr, points));
    }

    /** Puts a voucher on the shelf. */
    void offerVoucher(long points) {
        TestRewards rewards = bean(TestRewards.class);
        rewards.publish(TestRewards.reward(RewardKind.VOUCHER_GENERATED).points(points).validDays(30));
    }

    /** The till uses a voucher for a receipt. */
    void takeVoucher(String code) {
        Browser.Answer answer = till.post("/api/v1/vouchers/use", """
                {"code": "%s", "receipt": {"businessDate": "%s", "till": "1", "receiptNumber": "M%d"}}"""
                .formatted(code, Instant.now().atZone(JAKARTA).toLocalDate(), receipts.incrementAndGet()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Brings the figures up to now. */
    void countFigures() {
        bean(PlainFigures.class).count();
    }

    /** Points that somebody was given in the month that is over. */
    void earnLastMonth(long points) {
        bean(TestBooks.class).earnLastMonth(points);
    }

    /** Goes on with months that staff began to close. */
    void closeWhatIsBegun() {
        bean(TestBooks.class).closeWhatIsBegun();
    }

    /** An agent gives the member a few points, and asks for many. */
    void givePoints(TestMembers.TestMember member) {
        UUID agent = bean(StaffAccounts.class)
                .create(NOBODY, "agent-" + member.id() + "@klub.example.com", "Dewi Anggraini", TestMembers.PASSWORD, Set.of(Role.SERVICE_AGENT));
        for (long points : new long[] {50, 5_000}) {
            bean(ManualPoints.class)
                    .adjust(
                            new Caller.SignedInStaff(agent, Set.of(Role.SERVICE_AGENT), Set.of()),
                            Optional.of("points-" + points),
                            new Adjustment(
                                    member.id(), points, CorrectionReason.GOODWILL, "Menunggu lama", 12,
                                    bean(PartnerDirectory.class).owner().id(), null, false));
        }
    }

    /** The till takes back the bag of rice on a receipt. */
    void takeBack(String receipt) {
        Instant now = Instant.now();
        Browser.Answer answer = till.post("/api/v1/refunds", """
                {"channel": "store", "till": "1", "receiptNumber": "R%1$s", "businessDate": "%2$s", "occurredAt": "%3$s",
                 "lines": [{"purchase": {"businessDate": "%2$s", "till": "1", "receiptNumber": "%1$s"}, "position": 1, "quantity": "1"}]}"""
                .formatted(receipt, now.atZone(JAKARTA).toLocalDate(), now));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("applied");
    }

    /** Staff begin work of all kinds. */
    void work() {
        Browser staff = bean(TestBrowsers.class).staff(Role.ADMINISTRATOR, Role.MARKETER);
        String owner = PublicId.PARTNER.format(bean(PartnerDirectory.class).owner().id());
        new StaffWork(staff, owner).begin(LocalDate.now(JAKARTA));
    }
}
