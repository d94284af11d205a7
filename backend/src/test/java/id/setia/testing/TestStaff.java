package id.setia.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.IdMaker;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Set;

/** Members of staff for tests, signed in at a browser. */
@Singleton
public class TestStaff {

    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final StaffAccounts accounts;
    private final IdMaker ids;

    TestStaff(EmbeddedServer server, JsonMapper mapper, StaffAccounts accounts, IdMaker ids) {
        this.server = server;
        this.mapper = mapper;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** Rina Wijaya, signed in with the role. */
    public Browser signedIn(Role role) {
        String email = role.value() + "-" + ids.next() + "@example.com";
        accounts.create(new Caller.Stranger(), email, "Rina Wijaya", TestMembers.PASSWORD, Set.of(role));
        Browser browser = new Browser(server, mapper).with("X-Forwarded-For", "203.0.113.21").loadPage();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"staff\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }
}
