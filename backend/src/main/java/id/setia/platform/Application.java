package id.setia.platform;

import id.setia.db.DatabaseAddress;
import id.setia.db.DatabaseUnusableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Setia's main program: a database, and the server on it. It ends in the opposite order: the server answers what it has
 * begun, the connections close, the database stops.
 */
public final class Application {

    private static final int FAILED = 1;
    private static final int REFUSED = 78;

    /** The pools, and whether the database keeps their statements prepared. */
    private static final Map<String, Boolean> POOLS =
            Map.of(
                    "default", false,
                    "glances", true,
                    "posting", true,
                    "log-ins", false,
                    "memory", false,
                    "background", false);

    private Application() {
    }

    /** Starts from the variables of the environment; {@code -Dsetia.demo=true} makes a demonstration of the embedded database. */
    public static void main(String[] arguments) {
        try {
            StartSettings settings = StartSettings.of(System.getenv(), Boolean.getBoolean("setia.demo"));
            System.setProperty("setia.log", settings.log().name());
            start(settings);
        } catch (StartRefused | DatabaseUnusableException refusal) {
            System.err.println("Setia does not start. " + refusal.getMessage());
            System.exit(REFUSED);
        } catch (RuntimeException fault) {
            fault.printStackTrace();
            System.exit(FAILED);
        }
    }

    private static void start(StartSettings settings) {
        var running = new RunningServer(StartDatabase.open(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        running.start(settings);
    }

    /** The names of the pools. */
    static Set<String> pools() {
        return POOLS.keySet();
    }

    /** The properties by which the server finds its database, for each of its pools. */
    public static Map<String, Object> datasource(DatabaseAddress address) {
        Map<String, Object> properties = new HashMap<>();
        POOLS.forEach((pool, prepares) -> {
            String prefix = "datasources." + pool + ".";
            properties.put(prefix + "url", prepares ? address.preparing().url() : address.url());
            properties.put(prefix + "username", address.user());
            properties.put(prefix + "password", address.password());
        });
        return properties;
    }
}
