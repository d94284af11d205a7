package id.setia.portal;

import id.setia.access.SetupLinks;
import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.platform.Application;
import id.setia.testing.TestDatabase;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
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
    private Shop shop;
    private boolean owner;

    private Portal(Chromium chromium, String name, boolean still) {
        this.chromium = chromium;
        postOffice = new PostOffice();
        server = ApplicationContext.builder(Application.class)
                .deduceEnvironment(false)
                .banner(false)
                .properties(Application.datasource(newDatabase("setia_" + name)))
                .properties(Map.of(
                        "micronaut.server.port", "-1",
                        "setia.demo", "false",
                        "setia.home", Path.of("target", name + "-home").toAbsolutePath().toString(),
                        "setia.smtp-url", postOffice.url(),
                        "setia.webhook.allow", "127.0.0.1",
                        "setia.background", String.valueOf(!still),
                        "setia.program.name", "Klub Nusantara"))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    static Portal open() {
        Portal portal = new Portal(Chromium.start(), "portal", false);
        portal.owner = true;
        portal.shop = new Shop(portal.server);
        return portal;
    }

    /** Another deployment that nobody has touched yet, seen through the same browser. */
    Portal untouched(String name) {
        return new Portal(chromium, name, false);
    }

    /** Another deployment with a shop, where nothing is done in the background. */
    Portal still(String name) {
        Portal portal = new Portal(chromium, name, true);
        portal.shop = new Shop(portal.server);
        return portal;
    }

    private static DatabaseAddress newDatabase(String name) {
        DatabaseAddress shared = TestDatabase.address();
        try (Connection connection = shared.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException error) {
            throw new AssertionError(error);
        }
        DatabaseAddress own = new DatabaseAddress(
                shared.url().replaceFirst("/setia\\?", "/" + name + "?"), shared.user(), shared.password());
        Migrations.migrate(own);
        return own;
    }

    /** Somebody with an empty browser of a width, who reads {@code id} or {@code en}; one without a service worker, which would load all over again for each. */
    Visitor visitor(int width, String language) {
        return new Visitor(chromium.browser(), server.getURI(), width, language, ServiceWorkerPolicy.BLOCK);
    }

    /** The same with the service worker that lets the card work without a connection; it must have begun before the browser is left. */
    Visitor visitorWithServiceWorker(int width, String language) {
        return new Visitor(chromium.browser(), server.getURI(), width, language, ServiceWorkerPolicy.ALLOW);
    }

    /** The path of the one-time link that a first start prints. */
    String setupPath() {
        String link = server.getApplicationContext().getBean(SetupLinks.class).create();
        return link.substring(link.indexOf("/staff/setup#"));
    }

    /** A till's program, which has but the address. */
    id.setia.testing.Browser till() {
        return new id.setia.testing.Browser(server, server.getApplicationContext().getBean(JsonMapper.class));
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
        if (owner) {
            chromium.close();
        }
    }
}
