package id.setia.platform;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/** The server and the database under it, ended together and in order. */
final class RunningServer implements AutoCloseable {

    private final StartDatabase database;
    private final ProcessFile processFile;
    private volatile ApplicationContext context;

    RunningServer(StartDatabase database, ProcessFile processFile) {
        this.database = database;
        this.processFile = processFile;
    }

    void start(StartSettings settings) {
        context = ApplicationContext.builder(Application.class)
                .properties(settings.properties())
                .properties(Application.datasource(database.address()))
                .banner(false)
                .start();
        context.getBean(EmbeddedServer.class).start();
    }

    /** Answers what was begun, for at most the grace period, closes the connections and stops the database. */
    @Override
    public void close() {
        try {
            if (context != null) {
                context.close();
            }
        } finally {
            database.close();
            processFile.delete();
        }
    }
}
