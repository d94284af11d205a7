package id.setia.testing;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.IdMaker;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Set;

/** Turns the phone gateway on and off through its settings, as an administrator does. */
@Singleton
public class TestPhones {

    private static final String PATH = "/api/v1/settings/phone-gateway";

    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final StaffAccounts staff;
    private final TestProgram program;
    private final IdMaker ids;

    TestPhones(EmbeddedServer server, JsonMapper mapper, StaffAccounts staff, TestProgram program, IdMaker ids) {
        this.server = server;
        this.mapper = mapper;
        this.staff = staff;
        this.program = program;
        this.ids = ids;
    }

    /** A browser with an administrator at it. */
    public Browser administrator() {
        program.found();
        String email = "admin-" + ids.next() + "@example.com";
        staff.create(new Caller.Stranger(), email, "Adi Nugroho", TestMembers.PASSWORD, Set.of(Role.ADMINISTRATOR));
        Browser browser = new Browser(server, mapper);
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"staff\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return browser.loadPage();
    }

    /** Messages to phones go to the receiver from now on. */
    public void turnOn(PhoneReceiver receiver) {
        change(administrator(), """
                {"address":"%s","channel":"sms","contentType":"application/json","headers":[],
                 "body":"{\\"to\\":\\"{to}\\",\\"text\\":\\"{text}\\"}","numberForm":"plus"}""".formatted(receiver.address()));
    }

    public void turnOff() {
        Browser administrator = administrator();
        administrator.with("If-Match", administrator.get(PATH).header("ETag"));
        Browser.Answer answer = administrator.delete(PATH);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    private static void change(Browser administrator, String gateway) {
        administrator.with("If-Match", administrator.get(PATH).header("ETag"));
        Browser.Answer answer = administrator.send("PUT", PATH, "application/json", gateway);
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** An Indonesian mobile number nobody had in this run. */
    public String number() {
        return "+62812" + String.format("%08d", Math.floorMod(ids.next().getLeastSignificantBits(), 100_000_000L));
    }
}
