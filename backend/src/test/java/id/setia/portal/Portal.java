package id.setia.portal;

import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.platform.Application;
import id.setia.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The real server as it starts anywhere: a database of its own, a programme it founds itself, mails by SMTP. */
final class Portal implements AutoCloseable {

    static final int PHONE = 360;
    static final int DESK = 1280;

    private final Chromium chromium;
    private final PostOffice postOffice;
    private final EmbeddedServer server;
    private final Shop shop;

    private Portal(Chromium chromium) {
        this.chromium = chromium;
        postOffice = new PostOffice();
        server = ApplicationContext.builder(Application.class)
                .deduceEnvironment(false)
                .banner(false)
                .properties(Application.datasource(newDatabase()))
                .properties(Map.of(
                        "micronaut.server.port", "-1",
                        "setia.demo", "false",
                        "setia.home", Path.of("target", "portal-home").toAbsolutePath().toString(),
                        "setia.smtp-url", postOffice.url(),
                        "setia.program.name", "Klub Nusantara"))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        shop = new Shop(server);
    }

    static Portal open() {
        return new Portal(Chromium.start());
    }

    private static DatabaseAddress newDatabase() {
        DatabaseAddress shared = TestDatabase.address();
        try (Connection connection = shared.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE setia_portal CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
        DatabaseAddress own = new DatabaseAddress(
                shared.url().replaceFirst("/setia\\?", "/setia_portal?"), shared.user(), shared.password());
        Migrations.migrate(own);
        return own;
    }

    /** Somebody with an empty browser of a width, who reads {@code id} or {@code en}. */
    Visitor visitor(int width, String language) {
        return new Visitor(chromium.browser(), server.getURI(), width, language);
    }

    PostOffice postOffice() {
        return postOffice;
    }

    Shop shop() {
        return shop;
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
        postOffice.close();
        chromium.close();
    }
}
