package id.setia.platform;

import id.setia.access.MemberBrowsers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member's home says whose it is, for whom it may be shown as it was last seen, and what it reads first. It says nothing to others: what
 * a browser reads ahead in vain, it keeps for who signs in next.
 */
@ServerFilter("/home")
class HomeFilter {

    private static final Logger LOG = LoggerFactory.getLogger(HomeFilter.class);

    private final MemberBrowsers members;

    HomeFilter(MemberBrowsers members) {
        this.members = members;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void recognise(HttpRequest<?> request) {
        try {
            members.member(request).ifPresent(member -> Pages.askedBy(member, request));
        } catch (RuntimeException error) {
            // The page itself needs no database, and says so when there is none.
            LOG.debug("a home without its reads", error);
        }
    }
}
