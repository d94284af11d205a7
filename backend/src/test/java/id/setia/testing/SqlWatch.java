package id.setia.testing;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Reads along every statement that the application issues in tests, and stops one that {@link SqlLint} forbids; sits under the
 * framework's own wrapping, on every pool there is. After the first complaint nothing goes through any more, wherever it came
 * from, so that a fault in work nobody waits for fails the run as well.
 */
@Singleton
@Requires(property = "setia.test.watch", notEquals = "false")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SqlWatch implements BeanCreatedEventListener<DataSource> {

    private static final AtomicReference<String> COMPLAINT = new AtomicReference<>();

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final List<List<Issued>> recorders = new CopyOnWriteArrayList<>();

    /** A statement with what was bound to its places, and the thread it came from. */
    public record Issued(String text, List<ParameterSetOperation> values, Thread by) {}

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return ProxyDataSourceBuilder.create(event.getBean()).listener(new Reading()).build();
    }

    /** The statements issued so far. */
    public Set<String> statements() {
        return Set.copyOf(seen);
    }

    /** What is issued while an act runs, by anybody. */
    public List<Issued> during(Runnable act) {
        List<Issued> issued = new CopyOnWriteArrayList<>();
        recorders.add(issued);
        try {
            act.run();
            return List.copyOf(issued);
        } finally {
            recorders.remove(issued);
        }
    }

    /** What this thread issues while an act runs. */
    public List<Issued> duringOwn(Runnable act) {
        return during(act).stream().filter(issued -> issued.by() == Thread.currentThread()).toList();
    }

    /** Lets statements through again, after a test that wanted a complaint; the complaint there was. */
    static Optional<String> pardon() {
        return Optional.ofNullable(COMPLAINT.getAndSet(null));
    }

    private final class Reading implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            for (QueryInfo query : queries) {
                seen.add(query.getQuery());
                int rows = execution.isBatch() ? execution.getBatchSize() : 1;
                SqlLint.complaint(query.getQuery())
                        .or(() -> SqlLint.complaint(query.getQuery(), rows))
                        .ifPresent(complaint -> COMPLAINT.compareAndSet(null, complaint + ": " + query.getQuery()));
                if (!recorders.isEmpty()) {
                    List<ParameterSetOperation> values = query.getParametersList().isEmpty()
                            ? List.of()
                            : new ArrayList<>(query.getParametersList().getFirst());
                    recorders.forEach(recorder -> recorder.add(new Issued(query.getQuery(), values, Thread.currentThread())));
                }
            }
            if (COMPLAINT.get() != null) {
                throw new AssertionError(COMPLAINT.get());
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }
}
