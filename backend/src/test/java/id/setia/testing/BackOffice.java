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

/** Members of staff at their browsers, each with an account of their own. */
@Singleton
public class BackOffice {

    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final StaffAccounts accounts;
    private final IdMaker ids;

    BackOffice(EmbeddedServer server, JsonMapper mapper, StaffAccounts accounts, IdMaker ids) {
        this.server = server;
        this.mapper = mapper;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** Somebody of the staff, signed in. */
    public Browser staff(Role... roles) {
        String email = "staff-" + ids.next() + "@example.com";
        accounts.create(new Caller.Stranger(), email, "Adi Nugroho", TestMembers.PASSWORD, Set.of(roles));
        Browser browser = stranger().loadPage();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"staff\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return browser.loadPage();
    }

    /** Nobody known. */
    public Browser stranger() {
        return new Browser(server, mapper);
    }
}
