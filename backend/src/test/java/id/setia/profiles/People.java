package id.setia.profiles;

import id.setia.access.Caller;
import id.setia.access.EmailAddress;
import id.setia.access.Passwords;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.access.StaffAccounts;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.members.ConsentChoice;
import id.setia.members.MemberRegistry;
import id.setia.members.NewMember;
import id.setia.members.PhoneNumber;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.testing.Browser;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Members, staff, partners and their systems, each new, and browsers and tills they use. */
@Singleton
class People {

    private static final String PASSWORD = "kopi susu gula aren";
    private static final Caller NOBODY = new Caller.Stranger();

    private final MemberRegistry members;
    private final StaffAccounts staff;
    private final PartnerDirectory partners;
    private final ApiClients clients;
    private final Passwords passwords;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final EmbeddedServer server;
    private final JsonMapper mapper;

    People(
            MemberRegistry members,
            StaffAccounts staff,
            PartnerDirectory partners,
            ApiClients clients,
            Passwords passwords,
            BusinessClock clock,
            IdMaker ids,
            EmbeddedServer server,
            JsonMapper mapper) {
        this.members = members;
        this.staff = staff;
        this.partners = partners;
        this.clients = clients;
        this.passwords = passwords;
        this.clock = clock;
        this.ids = ids;
        this.server = server;
        this.mapper = mapper;
    }

    /** Somebody who joined. */
    record Person(UUID id, String name, String email, String phone) {

        String publicId() {
            return PublicId.MEMBER.format(id);
        }
    }

    Person member(String name, String... consents) {
        UUID id = ids.next();
        String unique = Long.toString(id.getLeastSignificantBits() & Long.MAX_VALUE, 36);
        String digits = String.format("%08d", Math.floorMod(id.getLeastSignificantBits(), 100_000_000L));
        Person person = new Person(id, name + " " + unique, unique + "@example.com", "+62812" + digits);
        members.enrol(new NewMember(
                id,
                EmailAddress.parse(person.email()).orElseThrow(),
                PhoneNumber.parse(person.phone()),
                person.name(),
                Optional.of(LocalDate.of(1992, 2, 29)),
                "id",
                Optional.of(passwords.hash(PASSWORD)),
                Stream.of(consents).map(purpose -> new ConsentChoice(purpose, true)).toList(),
                "web",
                "2026-11",
                clock.now()));
        return person;
    }

    Browser browserOf(Person person) {
        return signIn("member", person.email());
    }

    Browser staffWith(Role... roles) {
        String email = ids.next() + "@staff.example.com";
        staff.create(NOBODY, email, "Rina", PASSWORD, Set.of(roles));
        return signIn("staff", email);
    }

    private Browser signIn(String kind, String email) {
        Browser browser = new Browser(server, mapper);
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(kind, email, PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("not signed in: " + answer.body());
        }
        return browser.loadPage();
    }

    Partner owner() {
        return partners.partners().stream()
                .filter(Partner::owner)
                .findFirst()
                .orElseGet(() -> partners.createPartner(NOBODY, "owner-" + ids.next().toString().substring(24), "Toko Maju", true));
    }

    Partner otherPartner() {
        return partners.createPartner(NOBODY, "other-" + ids.next().toString().substring(24), "Kopi Sebelah", false);
    }

    Store storeOf(Partner partner) {
        return partners.createStore(
                NOBODY, partner.id(), ids.next().toString().substring(24), "Toko Menteng", ZoneId.of("Asia/Jakarta"), "Jakarta");
    }

    Browser systemOf(Partner partner, Scope... scopes) {
        IssuedClient client = clients.create(
                NOBODY, ids.next().toString(), partner.id(), Optional.empty(), "kasir", Set.copyOf(List.of(scopes)));
        Browser till = new Browser(server, mapper);
        Browser.Answer token = till.postForm(
                "/api/v1/oauth/token",
                "grant_type=client_credentials&client_id=" + client.clientKey() + "&client_secret=" + client.secret());
        return till.with("Authorization", "Bearer " + token.text("access_token"));
    }

    Browser stranger() {
        return new Browser(server, mapper);
    }
}
