package id.setia.platform;

import id.setia.db.DatabaseAddress;
import id.setia.db.Migrations;
import id.setia.testing.Browser;
import id.setia.testing.TestContextBuilder;
import id.setia.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A demonstration in a database of its own, the same for every test of a run. */
final class Demonstration implements AutoCloseable {

    private static final DatabaseAddress SERVER = TestDatabase.address();
    private static final DatabaseAddress DEMO =
            new DatabaseAddress(SERVER.url().replace("/setia?", "/setia_demo?"), SERVER.user(), SERVER.password());

    private final ApplicationContext context;

    private Demonstration() throws SQLException {
        try (var connection = SERVER.connect(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS setia_demo");
            statement.execute("CREATE DATABASE setia_demo CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }
        Migrations.migrate(DEMO);
        context = new TestContextBuilder()
                .properties(Application.datasource(DEMO))
                .properties(Map.of("setia.demo", "true", "setia.program.name", "Klub Nusantara"))
                .start();
        context.getBean(EmbeddedServer.class).start();
        context.getBean(DemoData.class).fill(context.getBean(Founding.class).found(true).orElseThrow());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI address() {
        return bean(EmbeddedServer.class).getURI();
    }

    Browser browser() {
        return new Browser(bean(EmbeddedServer.class), bean(JsonMapper.class));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Gives tests the demonstration, which is filled when the first one asks for it. */
    static final class Provided implements ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Demonstration.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demonstration.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Demonstration.class, type -> filled(), Demonstration.class);
        }

        private static Demonstration filled() {
            try {
                return new Demonstration();
            } catch (SQLException fault) {
                throw new AssertionError(fault);
            }
        }
    }
}
