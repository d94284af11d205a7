package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import id.setia.testing.Mailbox;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Staff for tests: accounts, browsers they sit at, and the links mailed to them. */
@Singleton
class StaffDesk {

    private static final Pattern LINK = Pattern.compile("/staff/[a-z-]+#([A-Za-z0-9_-]+)");

    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final StaffAccounts staff;
    private final Mailbox mailbox;
    private final IdMaker ids;

    StaffDesk(EmbeddedServer server, JsonMapper mapper, StaffAccounts staff, Mailbox mailbox, IdMaker ids, TestProgram program) {
        this.server = server;
        this.mapper = mapper;
        this.staff = staff;
        this.mailbox = mailbox;
        this.ids = ids;
        program.found();
    }

    /** Somebody on the staff. */
    record Person(UUID id, String email) {

        String publicId() {
            return PublicId.STAFF.format(id);
        }
    }

    Person hire(Role... roles) {
        String email = newEmail();
        return new Person(
                staff.create(new Caller.Stranger(), email, "Rina Hartono", TestMembers.PASSWORD, Set.of(roles)), email);
    }

    String newEmail() {
        return "rina-" + ids.next() + "@example.com";
    }

    Browser browser() {
        return new Browser(server, mapper);
    }

    Browser signedIn(Person person) {
        Browser browser = browser();
        assertThat(signIn(browser, person.email(), TestMembers.PASSWORD, "").status()).isEqualTo(201);
        return browser.loadPage();
    }

    Browser.Answer signIn(Browser browser, String email, String password, String code) {
        return browser.post(
                "/api/v1/session",
                "{\"kind\":\"staff\",\"email\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}".formatted(email, password, code));
    }

    /** The secret of the link in the newest mail. */
    String token(String email) {
        Matcher link = LINK.matcher(mailbox.of(email).getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    int mails(String email) {
        return mailbox.of(email).size();
    }
}
