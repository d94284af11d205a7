package id.setia.testing;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.access.StaffAccounts;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Terminal;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Browsers of members and staff who are signed in, and tills of the {@link TestShop}. */
@Singleton
public class TestBrowsers {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final StaffAccounts staff;
    private final PartnerDirectory partners;
    private final ApiClients clients;
    private final TestShop shop;
    private final BusinessClock clock;
    private final IdMaker ids;

    TestBrowsers(
            EmbeddedServer server,
            JsonMapper mapper,
            StaffAccounts staff,
            PartnerDirectory partners,
            ApiClients clients,
            TestShop shop,
            BusinessClock clock,
            IdMaker ids) {
        this.server = server;
        this.mapper = mapper;
        this.staff = staff;
        this.partners = partners;
        this.clients = clients;
        this.shop = shop;
        this.clock = clock;
        this.ids = ids;
    }

    /** Signs in with {@link TestMembers#PASSWORD}; whether it succeeded shows in the browser's session. */
    public Browser member(String email) {
        return signedIn("member", email);
    }

    public Browser staff(Role... roles) {
        String email = "staff-" + ids.next() + "@example.com";
        staff.create(NOBODY, email, "Rina Hartono", TestMembers.PASSWORD, Set.of(roles));
        return signedIn("staff", email);
    }

    /** A member of staff who exists already. */
    public Browser staff(String email) {
        return signedIn("staff", email);
    }

    private Browser signedIn(String kind, String email) {
        Browser browser = new Browser(server, mapper);
        browser.post(
                "/api/v1/session",
                "{\"kind\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(kind, email, TestMembers.PASSWORD));
        return browser.loadPage();
    }

    /** A till of the shop, which has to be open. */
    public Browser till() {
        String code = ids.next().toString().substring(24);
        Terminal terminal = partners.createTerminal(NOBODY, shop.store().id(), code);
        IssuedClient client = clients.create(
                NOBODY, "till-" + code, shop.store().partnerId(), Optional.of(terminal.id()), "Kasir", EnumSet.allOf(Scope.class));
        Browser till = new Browser(server, mapper);
        Browser.Answer token = till.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret());
        return till.with("Authorization", "Bearer " + token.text("access_token"));
    }

    /** The till posts a purchase of one bag of rice, for whoever shows this. */
    public Browser.Answer sell(Browser till, String reference, String value, long rupiah) {
        String number = "B" + ids.next();
        Instant now = clock.now();
        return till.post("/api/v1/purchases", """
                {"channel": "store", "till": "1", "receiptNumber": "%s", "businessDate": "%s", "occurredAt": "%s", "member": {"%s": "%s"},
                 "lines": [{"position": 1, "name": "Beras 5 kg", "quantity": "1", "amount": {"amount": "%6$d", "currency": "IDR"}}],
                 "total": {"amount": "%6$d", "currency": "IDR"},
                 "tenders": [{"kind": "cash", "amount": {"amount": "%6$d", "currency": "IDR"}}]}"""
                .formatted(number, now.atZone(JAKARTA).toLocalDate(), now, reference, value, rupiah));
    }

    /** The till takes the bag of rice back. */
    public Browser.Answer takeBack(Browser till, Browser.Answer purchase) {
        Instant now = clock.now();
        return till.post("/api/v1/refunds", """
                {"channel": "store", "till": "1", "receiptNumber": "R%s", "businessDate": "%s", "occurredAt": "%s",
                 "lines": [{"purchaseId": "%s", "position": 1, "quantity": "1"}]}"""
                .formatted(ids.next(), now.atZone(JAKARTA).toLocalDate(), now, purchase.text("purchaseId")));
    }
}
