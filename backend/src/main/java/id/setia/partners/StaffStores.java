package id.setia.partners;

import id.setia.access.Caller;
import id.setia.access.Role;
import java.util.UUID;

/** Which stores a member of staff answers for. */
public final class StaffStores {

    private StaffStores() {}

    /** Whether the caller may see to everything, partners' systems too. */
    static boolean managesAll(Caller caller) {
        return caller instanceof Caller.SignedInStaff staff && staff.roles().contains(Role.ADMINISTRATOR);
    }

    /** Whether the caller may see everything. */
    static boolean seesAll(Caller caller) {
        return caller instanceof Caller.SignedInStaff staff && staff.roles().contains(Role.AUDITOR) || managesAll(caller);
    }

    /** Whether the caller may see to the tills of the store: administrators to all, store managers to those of their own. */
    public static boolean mayManage(Caller caller, UUID storeId) {
        return managesAll(caller)
                || caller instanceof Caller.SignedInStaff staff
                        && staff.roles().contains(Role.STORE_MANAGER)
                        && staff.stores().contains(storeId);
    }

    /** Whether the caller may see the tills of the store. */
    public static boolean maySee(Caller caller, UUID storeId) {
        return seesAll(caller) || mayManage(caller, storeId);
    }
}
