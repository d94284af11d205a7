package id.setia.testing;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Reads along every statement that the application issues in tests, and stops one that {@link SqlLint} forbids; sits under the framework's own wrapping. */
@Singleton
@Requires(property = "setia.test.watch", notEquals = "false")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SqlWatch implements BeanCreatedEventListener<DataSource> {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return ProxyDataSourceBuilder.create(event.getBean()).listener(new Reading()).build();
    }

    /** The statements issued so far. */
    public Set<String> statements() {
        return Set.copyOf(seen);
    }

    private final class Reading implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            for (QueryInfo query : queries) {
                if (seen.add(query.getQuery())) {
                    SqlLint.complaint(query.getQuery()).ifPresent(complaint -> {
                        throw new AssertionError(complaint + ": " + query.getQuery());
                    });
                }
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }
}
