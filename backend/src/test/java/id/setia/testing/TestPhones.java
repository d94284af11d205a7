package id.setia.testing;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Turns the phone gateway on and off through its settings, as an administrator does. */
@Singleton
public class TestPhones {

    private static final String PATH = "/api/v1/settings/phone-gateway";

    private final EmbeddedServer server;
    private final JsonMapper mapper;
    private final StaffAccounts staff;
    private final TestProgram program;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    TestPhones(
            EmbeddedServer server,
            JsonMapper mapper,
            StaffAccounts staff,
            TestProgram program,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.server = server;
        this.mapper = mapper;
        this.staff = staff;
        this.program = program;
        this.transactions = transactions;
        this.clock = clock;
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

    /** Signs a member's last sign-in back by so many days, as if nobody had been there since. */
    public void lastHere(UUID memberId, int daysAgo) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE member SET last_sign_in_at = ?, joined_at = ? WHERE id = ?")) {
                Instant then = clock.now().minus(Duration.ofDays(daysAgo));
                update.setObject(1, Sql.time(then));
                update.setObject(2, Sql.time(then));
                update.setBytes(3, UuidBytes.of(memberId));
                return update.executeUpdate();
            }
        });
    }

    /** What the feed will be told of the member, in order. */
    public List<String> news(UUID memberId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT type, payload, id FROM outbox WHERE member_id = ?
                    UNION ALL
                    SELECT type, payload, event_id AS id FROM feed WHERE member_id = ?
                    ORDER BY id""")) {
                select.setBytes(1, UuidBytes.of(memberId));
                select.setBytes(2, UuidBytes.of(memberId));
                List<String> news = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        news.add(row.getString(1) + " " + row.getString(2));
                    }
                }
                return news;
            }
        });
    }
}
