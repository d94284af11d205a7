package id.setia.access;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/**
 * Shows the administrator's link as long as there is nobody on the staff: on the console, since logs are kept and sent
 * elsewhere.
 */
@Singleton
class FirstStart implements ApplicationEventListener<ServerStartupEvent> {

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
            System.out.println(String.join(
                    "\n",
                    "",
                    "  Nobody is on the staff yet. Open this link to become the administrator; it works once:",
                    "",
                    "  " + links.create(),
                    ""));
        }
    }
}
