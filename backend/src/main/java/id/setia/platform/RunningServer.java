package id.setia.platform;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server and the database under it, ended together and in order. */
final class RunningServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final StartDatabase database;
    private volatile Optional<ProcessFile> processFile = Optional.empty();
    private volatile Optional<ApplicationContext> context = Optional.empty();

    RunningServer(StartDatabase database) {
        this.database = database;
    }

    void start(StartSettings settings) {
        processFile = Optional.of(ProcessFile.write(settings.home()));
        ApplicationContext started = ApplicationContext.builder(Application.class)
                .properties(settings.properties())
                .properties(Application.datasource(database.address()))
                .banner(false)
                .start();
        context = Optional.of(started);
        try {
            started.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException fault) {
            if (fault.getCause() instanceof BindException) {
                throw new StartRefused(settings.bind() + ":" + settings.port() + " is not free. Name another port with SETIA_PORT.");
            }
            throw fault;
        }
    }

    /** Answers what was begun, for at most the grace period, closes the connections and stops the database. */
    @Override
    public void close() {
        long began = System.nanoTime();
        try {
            context.ifPresent(ApplicationContext::close);
        } finally {
            long answered = System.nanoTime();
            database.close();
            processFile.ifPresent(ProcessFile::delete);
            LOG.info("Setia has ended: the server in {} ms, its database in {} ms", millis(began, answered), millis(answered, System.nanoTime()));
        }
    }

    private static long millis(long from, long until) {
        return TimeUnit.NANOSECONDS.toMillis(until - from);
    }
}
