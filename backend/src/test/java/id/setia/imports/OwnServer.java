package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.Trigger;
import id.setia.kernel.LocalText;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.platform.Application;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.testing.Browser;
import id.setia.testing.TestDatabase;
import id.setia.testing.TestMembers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A server on a database of its own that holds nothing but its tables, in test mode and without background work. */
public final class OwnServer implements AutoCloseable {

    public static final Caller NOBODY = new Caller.Stranger();

    private final DatabaseAddress database;
    private final EmbeddedServer server;

    private OwnServer(DatabaseAddress database, EmbeddedServer server) {
        this.database = database;
        this.server = server;
    }

    /** A server without a programme. */
    public static OwnServer start(String name) throws SQLException {
        return start(name, Map.of());
    }

    /** The same, whose statements nobody reads along, since that takes as long as they do. */
    public static OwnServer startUnwatched(String name) throws SQLException {
        return start(name, Map.of("setia.test.watch", "false"), "test");
    }

    /** A server that founds its programme as it starts, as any new deployment does, by its start settings. */
    static OwnServer startFounding(String name, Map<String, Object> settings) throws SQLException {
        return start(name, settings, new String[0]);
    }

    /** A server without a programme, with some settings of its own. */
    public static OwnServer start(String name, Map<String, Object> settings) throws SQLException {
        return start(name, settings, "test");
    }

    private static OwnServer start(String name, Map<String, Object> settings, String... environments)
            throws SQLException {
        return on(freshDatabase("setia_" + name), name, settings, environments);
    }

    /** Another node of the same deployment. */
    public OwnServer anotherNode(Map<String, Object> settings) {
        return on(database, database.url().replaceFirst(".*/setia_([^?]+).*", "$1"), settings, "test");
    }

    private static OwnServer on(DatabaseAddress database, String name, Map<String, Object> settings, String... environments) {
        Map<String, Object> properties = new HashMap<>(Application.datasource(database));
        properties.put("micronaut.server.port", "-1");
        properties.put("setia.demo", "false");
        properties.put("setia.background", "false");
        properties.put("setia.rate-limits.stranger", "1000000");
        properties.put("setia.home", Path.of("target", name + "-home").toAbsolutePath().toString());
        properties.putAll(settings);
        ApplicationContext beans = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(environments)
                .properties(properties)
                .start();
        return new OwnServer(database, beans.getBean(EmbeddedServer.class).start());
    }

    private static DatabaseAddress freshDatabase(String name) throws SQLException {
        DatabaseAddress shared = TestDatabase.address();
        try (Connection connection = shared.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        DatabaseAddress fresh = new DatabaseAddress(
                shared.url().replaceFirst("(jdbc:mysql://[^/]+/)[^?]+", "$1" + name), shared.user(), shared.password());
        Migrations.migrate(fresh);
        return fresh;
    }

    public DatabaseAddress database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Founds the programme with its owner and one rule, in force since long ago: a point for so much. */
    public Partner found(Program program, long perPoint) {
        bean(ProgramSettings.class).found(program);
        Partner owner = bean(PartnerDirectory.class).createPartner(NOBODY, "owner", program.name(), true);
        bean(EarningRules.class)
                .publish(
                        "base",
                        new RuleDefinition(
                                LocalText.of("Poin belanja", "Points for shopping"),
                                LocalText.of("Setiap belanja", "Every purchase"),
                                Trigger.PURCHASE,
                                Conditions.NONE,
                                new Effect.PerAmount(1, perPoint),
                                12,
                                owner.id()),
                        Instant.parse("2010-01-01T00:00:00Z"),
                        Optional.empty());
        return owner;
    }

    public Browser stranger() {
        return new Browser(server, bean(JsonMapper.class)).loadPage();
    }

    /** Somebody of the staff, signed in. */
    public Browser staff(Role role) {
        String email = role.value() + "@example.com";
        bean(StaffAccounts.class).create(NOBODY, email, "Sari", TestMembers.PASSWORD, Set.of(role));
        Browser browser = stranger();
        Browser.Answer answer = browser.post(
                "/api/v1/session",
                "{\"kind\":\"staff\",\"email\":\"" + email + "\",\"password\":\"" + TestMembers.PASSWORD + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        return browser.loadPage();
    }

    /** A checksum of each table but some. */
    Map<String, String> contents(Collection<String> without) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Connection connection = database.forLongWork().connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SHOW TABLES")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            tables.removeAll(without);
            try (ResultSet row = statement.executeQuery("CHECKSUM TABLE `" + String.join("`, `", tables) + "`")) {
                while (row.next()) {
                    contents.put(row.getString(1), row.getString(2));
                }
            }
        }
        return contents;
    }

    /** How many rows: {@code points_lot WHERE open}. */
    public long count(String rows) {
        return number("SELECT COUNT(*) FROM " + rows);
    }

    /** Changes what no door does. */
    public void execute(String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    /** The one number a query answers. */
    public long number(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
