package id.setia.platform;

import id.setia.db.DatabaseAddress;
import id.setia.db.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Setia's main program: a database, and the server on it. */
public final class Application {

    private Application() {
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Optional<EmbeddedDatabase> embedded = environment.containsKey("SETIA_DB_URL")
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.start(Path.of(environment.getOrDefault("SETIA_HOME", ".setia"))));
        DatabaseAddress address = embedded.map(EmbeddedDatabase::address).orElseGet(() -> new DatabaseAddress(
                environment.get("SETIA_DB_URL"), environment.get("SETIA_DB_USER"), environment.get("SETIA_DB_PASSWORD")).withSettings());

        ApplicationContext context = ApplicationContext.builder(Application.class)
                .properties(datasource(address))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            embedded.ifPresent(EmbeddedDatabase::close);
        }, "shutdown"));
        context.getBean(EmbeddedServer.class).start();
    }

    /** The settings by which the server finds its database. */
    public static Map<String, Object> datasource(DatabaseAddress address) {
        var settings = new HashMap<String, Object>();
        settings.put("datasources.default.url", address.url());
        settings.put("datasources.default.username", address.user());
        settings.put("datasources.default.password", address.password());
        return settings;
    }
}
