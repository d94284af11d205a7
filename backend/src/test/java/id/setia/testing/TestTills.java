package id.setia.testing;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.IdMaker;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Tills that speak HTTP as an engineer's would, with a token of their own, and what they send. */
@Singleton
public class TestTills {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private final TestShop shop;
    private final PartnerDirectory partners;
    private final ApiClients clients;
    private final IdMaker ids;
    private final EmbeddedServer server;
    private final JsonMapper mapper;

    TestTills(
            TestShop shop,
            PartnerDirectory partners,
            ApiClients clients,
            IdMaker ids,
            EmbeddedServer server,
            JsonMapper mapper) {
        this.shop = shop;
        this.partners = partners;
        this.clients = clients;
        this.ids = ids;
        this.server = server;
        this.mapper = mapper;
    }

    /** A new till of the shop that may do everything. */
    public Browser till() {
        return till(EnumSet.allOf(Scope.class));
    }

    public Browser till(Set<Scope> scopes) {
        shop.open();
        return till(shop.store(), scopes);
    }

    /** A till of a partner that does not own the programme. */
    public Browser tillOfAnotherPartner() {
        shop.open();
        Partner partner = partners.createPartner(NOBODY, "mitra-" + unique(), "Kopi Sebelah", false);
        return till(
                partners.createStore(NOBODY, partner.id(), unique(), "Kopi Sebelah", JAKARTA, "Jakarta"),
                EnumSet.allOf(Scope.class));
    }

    /** The credentials of a new till of the shop that may do everything. */
    public IssuedClient credentials() {
        shop.open();
        return credentials(shop.store(), EnumSet.allOf(Scope.class));
    }

    private IssuedClient credentials(Store store, Set<Scope> scopes) {
        Terminal terminal = partners.createTerminal(NOBODY, store.id(), unique());
        return issued(store, Optional.of(terminal), scopes);
    }

    private IssuedClient issued(Store store, Optional<Terminal> terminal, Set<Scope> scopes) {
        return clients.create(
                NOBODY, ids.next().toString(), store.partnerId(), terminal.map(Terminal::id), "Kasir", scopes);
    }

    private Browser till(Store store, Set<Scope> scopes) {
        return signedIn(credentials(store, scopes));
    }

    /** A system of the program's owner that may do everything. */
    public Browser system() {
        return system(EnumSet.allOf(Scope.class));
    }

    public Browser system(Set<Scope> scopes) {
        shop.open();
        return signedIn(issued(shop.store(), Optional.empty(), scopes));
    }

    /** A system of a partner that does not own the programme, with a store there. */
    public Browser systemOfAnotherPartner() {
        shop.open();
        Partner partner = partners.createPartner(NOBODY, "mitra-" + unique(), "Kopi Sebelah", false);
        return signedIn(issued(
                partners.createStore(NOBODY, partner.id(), unique(), "Kopi Sebelah", JAKARTA, "Jakarta"),
                Optional.empty(),
                EnumSet.allOf(Scope.class)));
    }

    private Browser signedIn(IssuedClient client) {
        Browser till = browser();
        Browser.Answer token = till.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret());
        return till.with("Authorization", "Bearer " + token.text("access_token"));
    }

    /** Somebody with a browser and no session yet. */
    public Browser browser() {
        return new Browser(server, mapper);
    }

    private String unique() {
        return ids.next().toString().substring(24);
    }

    /** A mobile number nobody else has, as it is kept: {@code +62812…}. */
    public static String phone() {
        return "+62812" + String.format("%08d", NUMBERS.incrementAndGet() % 100_000_000);
    }

    public static String number() {
        return "T-" + NUMBERS.incrementAndGet();
    }

    /**
     * A receipt of one line.
     *
     * @param member a JSON object that names the member, empty for nobody
     */
    public static String receipt(String number, Instant at, long rupiah, String member) {
        LocalDate day = at.atZone(JAKARTA).toLocalDate();
        return """
                {"channel":"store","till":"1","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s",%s
                 "lines":[{"position":1,"name":"Beras","quantity":"1","amount":{"amount":"%d","currency":"IDR"}}],
                 "total":{"amount":"%d","currency":"IDR"},
                 "tenders":[{"kind":"cash","amount":{"amount":"%d","currency":"IDR"}}]}"""
                .formatted(number, day, at, member.isEmpty() ? "" : "\"member\":" + member + ",", rupiah, rupiah, rupiah);
    }

    /** A refund of everything on a receipt of {@link #receipt}, or of a part of it. */
    public static String refund(String of, Instant at, String quantity) {
        LocalDate day = at.atZone(JAKARTA).toLocalDate();
        return """
                {"channel":"store","till":"1","receiptNumber":"%s","businessDate":"%s","occurredAt":"%s",
                 "lines":[{"purchase":{"businessDate":"%s","till":"1","receiptNumber":"%s"},"position":1,"quantity":"%s"}]}"""
                .formatted(number(), day, at, day, of, quantity);
    }
}
