package id.setia.access;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the administrator's link as long as there is nobody on the staff. */
@Singleton
class FirstStart implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final StaffAccounts staff;
    private final SetupLinks links;
    private final Deployment deployment;

    FirstStart(StaffAccounts staff, SetupLinks links, Deployment deployment) {
        this.staff = staff;
        this.links = links;
        this.deployment = deployment;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (!deployment.demo() && !staff.any()) {
            LOG.info("Nobody is on the staff yet. Open this link once to become the administrator: {}", links.create());
        }
    }
}
