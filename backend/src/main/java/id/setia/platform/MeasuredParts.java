package id.setia.platform;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import id.setia.kernel.FeedLag;
import id.setia.kernel.Gathering;
import id.setia.kernel.Glances;
import id.setia.points.Seals;
import id.setia.posting.ActLine;
import id.setia.posting.PostingLine;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read of the parts of the server when somebody collects it; in between it costs nothing. */
@Singleton
class MeasuredParts {

    private static final Logger LOG = LoggerFactory.getLogger(MeasuredParts.class);
    private static final String GLANCES = "glances";

    private final MeterRegistry registry;
    private final ApplicationContext context;
    private final PostingLine posting;
    private final ActLine acts;
    private final FeedLag feed;
    private final Seals seals;
    private final Glances glances;
    private final Crowd crowd;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    MeasuredParts(
            Measures measures,
            ApplicationContext context,
            PostingLine posting,
            ActLine acts,
            FeedLag feed,
            Seals seals,
            Glances glances,
            Crowd crowd) {
        this.registry = measures.registry();
        this.context = context;
        this.posting = posting;
        this.acts = acts;
        this.feed = feed;
        this.seals = seals;
        this.glances = glances;
        this.crowd = crowd;
    }

    /** Begins to. */
    void measure() {
        line("posting", posting, PostingLine::figures, PostingLine::waiting);
        line("acts", acts, ActLine::figures, ActLine::waiting);
        Gauge.builder("setia.requests.in.hand", crowd, Crowd::inHand)
                .description("Requests that a thread works for")
                .register(registry);
        Application.pools().forEach(this::pool);
        seconds("setia.feed.lag", "How long the oldest event has waited for its place in the feed", feed::now);
        seconds("setia.seal.age", "How long ago the ledger was last sealed", () -> seals.age().age().orElse(Duration.ZERO));
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private <L> void line(String name, L line, Function<L, Gathering.Figures> figures, ToDoubleFunction<L> waiting) {
        FunctionTimer.builder(
                        "setia.rounds",
                        line,
                        known -> figures.apply(known).rounds(),
                        known -> nanos(figures.apply(known).worked()),
                        TimeUnit.NANOSECONDS)
                .description("Rounds in which acts were done together, with the time they took")
                .tag("line", name)
                .register(registry);
        FunctionTimer.builder(
                        "setia.acts.waited",
                        line,
                        known -> figures.apply(known).acts(),
                        known -> nanos(figures.apply(known).waited()),
                        TimeUnit.NANOSECONDS)
                .description("Acts done in rounds, with the time they stood in line")
                .tag("line", name)
                .register(registry);
        Gauge.builder("setia.acts.waiting", line, waiting)
                .description("Acts that stand in line")
                .tag("line", name)
                .register(registry);
    }

    private static double nanos(Duration duration) {
        return duration.toNanos();
    }

    private void pool(String name) {
        try {
            DataSource source = context.getBean(DataSource.class, Qualifiers.byName(name));
            HikariDataSource pool = DelegatingDataSource.unwrapDataSource(source).unwrap(HikariDataSource.class);
            connections(name, "active", pool, HikariPoolMXBean::getActiveConnections);
            connections(name, "idle", pool, HikariPoolMXBean::getIdleConnections);
            connections(name, "awaited", pool, known -> known.getThreadsAwaitingConnection() + inLine(name));
            Gauge.builder("setia.pool.most", pool, HikariDataSource::getMaximumPoolSize)
                    .description("Connections that a pool may have")
                    .tag("pool", name)
                    .register(registry);
        } catch (SQLException other) {
            LOG.warn("A pool of another kind is not measured", other);
        }
    }

    /** Who waits for a glance does so before the pool. */
    private int inLine(String pool) {
        return pool.equals(GLANCES) ? glances.waiting() : 0;
    }

    private void connections(String pool, String state, HikariDataSource source, ToDoubleFunction<HikariPoolMXBean> count) {
        Gauge.builder("setia.pool.connections", source, known -> known.getHikariPoolMXBean() == null
                        ? 0
                        : count.applyAsDouble(known.getHikariPoolMXBean()))
                .description("Connections to the database, and who waits for one")
                .tag("pool", pool)
                .tag("state", state)
                .register(registry);
    }

    private void seconds(String name, String description, Supplier<Duration> age) {
        Gauge.builder(name, () -> age.get().toMillis() / 1_000.0).description(description).baseUnit("seconds").register(registry);
    }

    @PreDestroy
    void end() {
        collections.close();
    }
}
