package id.setia.platform;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.StaffAccounts;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/** The people who work in a demonstration. */
@Singleton
class DemoStaff {

    private static final Caller NOBODY = new Caller.Stranger();

    private final StaffAccounts staff;

    DemoStaff(StaffAccounts staff) {
        this.staff = staff;
    }

    /** Hires an administrator, a service agent, an auditor, and somebody who manages the store given; answers the agent. */
    UUID hire(UUID storeId) {
        hire(DemoLogins.STAFF, Role.ADMINISTRATOR, Set.of());
        hire(login("toko", "Bayu Saputra"), Role.STORE_MANAGER, Set.of(storeId));
        hire(login("audit", "Citra Anggraini"), Role.AUDITOR, Set.of());
        return hire(DemoLogins.AGENT, Role.SERVICE_AGENT, Set.of());
    }

    private static DemoLogin login(String key, String name) {
        return new DemoLogin("staff", key + "@demo.setia.example", key + "-demo-1", name);
    }

    private UUID hire(DemoLogin login, Role role, Set<UUID> stores) {
        return staff.create(NOBODY, login.email(), login.name(), login.password(), Set.of(role), stores);
    }
}
