package id.setia.platform;

import id.setia.access.MemberBrowsers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member's home says whose it is, for whom it may be shown as it was last seen, and what it reads first. It says nothing to others: what
 * a browser reads ahead in vain, it keeps for who signs in next.
 */
@ServerFilter("/home")
class HomeFilter {

    private static final Logger LOG = LoggerFactory.getLogger(HomeFilter.class);

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final MemberBrowsers members;
    private final ExecutorService threads;

    HomeFilter(MemberBrowsers members, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.members = members;
        this.threads = threads;
    }

    /** The page itself needs no database, and says so when there is none: it waits for none. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void recognise(HttpRequest<?> request) {
        Future<Optional<UUID>> member = threads.submit(() -> members.member(request));
        try {
            member.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).ifPresent(id -> Pages.askedBy(id, request));
        } catch (ExecutionException | TimeoutException error) {
            member.cancel(true);
            LOG.debug("a home without a name", error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
    }
}
