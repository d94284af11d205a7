package id.setia.platform;

import id.setia.db.DatabaseAddress;
import id.setia.db.DurabilityCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is decided before Setia starts, from the environment.
 *
 * @param demo     whether to show made-up data with log-ins that everyone knows
 * @param sandbox  whether business time may be moved on, and no message leaves
 * @param clock    where business time begins in a demonstration; otherwise it is the real time
 * @param home     the directory of the embedded database and of keys
 * @param key      the file of the master key
 * @param database a database of the operator's own; otherwise the embedded one
 * @param waived   settings of that database by which it could lose what it acknowledged, and for which the operator answers
 * @param bind     the address to listen on
 * @param port     the port to listen on
 * @param log      the form of log lines
 * @param metricsToken what a collector of metrics shows; where there is none, there are no metrics
 * @param webhookTargets where webhooks may go besides public addresses
 * @param program  the programme's first name, currency and time zone, used once on a new database
 */
record StartSettings(
        boolean demo, boolean sandbox, Optional<Instant> clock, Path home, KeyFile key, Optional<DatabaseAddress> database, Set<String> waived, String bind, int port, LogForm log, Optional<String> metricsToken,
        Optional<String> webhookTargets, FirstProgram program) {

    private static final Path HOME = Path.of(".setia");
    private static final Path SANDBOX_HOME = HOME.resolve("sandbox");
    private static final int SHORTEST_TOKEN = 24;

    /**
     * Reads them.
     *
     * @param demoByDefault whether an embedded database is for demonstration when {@code SETIA_DEMO} does not say
     * @throws StartRefused naming the variable that cannot be used and why
     */
    static StartSettings of(Map<String, String> environment, boolean demoByDefault) {
        var variables = new StartVariables(environment);
        Optional<DatabaseAddress> database = database(variables);
        boolean demo = variables.flag("SETIA_DEMO").orElse(demoByDefault && database.isEmpty());
        boolean sandbox = variables.flag("SETIA_SANDBOX").orElse(false);
        Path home = variables.path("SETIA_HOME").orElse(sandbox ? SANDBOX_HOME : HOME).toAbsolutePath().normalize();
        return new StartSettings(
                demo,
                sandbox,
                clock(variables, demo),
                home,
                new KeyFile(variables.path("SETIA_KEY_FILE").orElse(home.resolve("setia.key")).toAbsolutePath().normalize()),
                database,
                waived(variables, database),
                variables.text("SETIA_BIND").orElse("127.0.0.1"),
                variables.number("SETIA_PORT", 1, 65_535).orElse(8080),
                variables.choice("SETIA_LOG", LogForm.class).orElse(demo ? LogForm.TEXT : LogForm.JSON),
                metricsToken(variables),
                variables.webhookTargets("SETIA_WEBHOOK_ALLOW"),
                FirstProgram.of(variables, demo));
    }

    private static Optional<String> metricsToken(StartVariables variables) {
        Optional<String> token = variables.text("SETIA_METRICS_TOKEN");
        if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
            throw new StartRefused("SETIA_METRICS_TOKEN needs " + SHORTEST_TOKEN + " characters or more, so that nobody guesses it.");
        }
        return token;
    }

    private static Optional<DatabaseAddress> database(StartVariables variables) {
        Optional<String> url = variables.text("SETIA_DB_URL");
        Optional<String> user = variables.text("SETIA_DB_USER");
        Optional<String> password = variables.text("SETIA_DB_PASSWORD");
        if (url.isEmpty() && (user.isPresent() || password.isPresent())) {
            throw new StartRefused("SETIA_DB_USER and SETIA_DB_PASSWORD need SETIA_DB_URL beside them.");
        }
        if (url.isPresent() && !url.get().matches("jdbc:mysql://[^/]+/[^?]+(\\?.*)?")) {
            throw new StartRefused("SETIA_DB_URL must look like jdbc:mysql://host:3306/setia, also for MariaDB.");
        }
        if (url.isPresent() && user.isEmpty()) {
            throw new StartRefused("SETIA_DB_URL needs SETIA_DB_USER and SETIA_DB_PASSWORD beside it.");
        }
        return url.map(given -> new DatabaseAddress(given, user.get(), password.orElse("")).withSettings());
    }

    /** Engines such as Aurora keep every commit by other means than these settings; nobody but the operator can know. */
    private static Set<String> waived(StartVariables variables, Optional<DatabaseAddress> database) {
        Optional<Set<String>> waived = variables.some("SETIA_DB_WAIVE", DurabilityCheck.WAIVABLE);
        if (waived.isPresent() && database.isEmpty()) {
            throw new StartRefused("SETIA_DB_WAIVE is for a database of one's own and needs SETIA_DB_URL beside it.");
        }
        return waived.orElse(Set.of());
    }

    private static Optional<Instant> clock(StartVariables variables, boolean demo) {
        Optional<Instant> clock = variables.instant("SETIA_CLOCK");
        if (clock.isPresent() && !demo) {
            throw new StartRefused("SETIA_CLOCK moves the business clock and is for demonstrations only; unset it, or set SETIA_DEMO=1.");
        }
        return clock;
    }

    /** The same settings for the rest of the program, which reads them as properties. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.server.host", bind);
        properties.put("micronaut.server.port", port);
        properties.put("setia.demo", demo);
        properties.put("setia.sandbox", sandbox);
        clock.ifPresent(instant -> properties.put("setia.clock", instant.toString()));
        properties.put("setia.home", home.toString());
        properties.put("setia.key-file", key.file().toString());
        properties.put("setia.database.embedded", database.isEmpty());
        metricsToken.ifPresent(token -> properties.put("setia.metrics.token", token));
        webhookTargets.ifPresent(targets -> properties.put("setia.webhook.allow", targets));
        properties.putAll(program.properties());
        return properties;
    }
}
