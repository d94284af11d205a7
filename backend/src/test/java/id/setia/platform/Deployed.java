package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.db.DatabaseAddress;
import id.setia.partners.ApiClients;
import id.setia.partners.IssuedClient;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.testing.Browser;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** A running deployment on the database of its installation. */
final class Deployed implements AutoCloseable {

    private static final Caller NOBODY = new Caller.Stranger();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final StartDatabase database;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private boolean closed;

    Deployed(StartSettings settings) {
        database = StartDatabase.open(settings);
        context = ApplicationContext.builder(Application.class)
                .deduceEnvironment(false)
                .banner(false)
                .properties(settings.properties())
                .properties(Application.datasource(database.address()))
                .properties(Map.of("micronaut.server.port", "-1"))
                .start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Browser browser() {
        return new Browser(server, bean(JsonMapper.class));
    }

    /** A till of a new store. */
    IssuedClient till() {
        PartnerDirectory partners = bean(PartnerDirectory.class);
        Store store = partners.createStore(NOBODY, partners.owner().id(), "melati", "Toko Melati", JAKARTA, "Jakarta");
        Terminal terminal = partners.createTerminal(NOBODY, store.id(), "1");
        return bean(ApiClients.class)
                .create(
                        NOBODY,
                        "till-melati",
                        partners.owner().id(),
                        Optional.of(terminal.id()),
                        "Kasir 1",
                        EnumSet.of(Scope.PURCHASES_WRITE, Scope.MEMBERS_READ));
    }

    Browser signedIn(IssuedClient till) {
        return till(till.clientKey(), till.secret());
    }

    Browser till(String client, String secret) {
        Browser.Answer token = browser().postForm(
                "/api/v1/oauth/token", "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret);
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return browser().with("Authorization", "Bearer " + token.text("access_token"));
    }

    DatabaseAddress address() {
        return database.address();
    }

    long number(String query) {
        return number(address(), query);
    }

    /** The one number a query answers. */
    static long number(DatabaseAddress address, String query) {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }

    /** Ends the server and leaves its database running. */
    void stopServing() {
        context.close();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            context.close();
            database.close();
        }
    }
}
