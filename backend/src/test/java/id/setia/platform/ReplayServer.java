package id.setia.platform;

import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.SQLException;
import java.util.Map;

/** A server for replays on a database of its own, that slows nobody down. */
record ReplayServer(ApplicationContext context, Replays replays) implements AutoCloseable {

    /** A new database with the tables and nothing in them. */
    static DatabaseAddress freshDatabase(String name) throws SQLException {
        DatabaseAddress shared = TestDatabase.address();
        try (var connection = shared.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        DatabaseAddress fresh =
                new DatabaseAddress(shared.url().replace("/setia?", "/" + name + "?"), shared.user(), shared.password());
        Migrations.migrate(fresh);
        return fresh;
    }

    static ReplayServer start(DatabaseAddress database) {
        ApplicationContext context = new TestContextBuilder()
                .properties(Application.datasource(database))
                .properties(Map.of(
                        "setia.rate-limits.stranger", "1000000",
                        "setia.rate-limits.session", "1000000",
                        "setia.rate-limits.client", "1000000"))
                .start();
        context.getBean(EmbeddedServer.class).start();
        return new ReplayServer(context, new Replays(context));
    }

    @Override
    public void close() {
        context.close();
    }
}
