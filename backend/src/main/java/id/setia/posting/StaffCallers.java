package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;

/** Operations that only members of staff may call. */
final class StaffCallers {

    private StaffCallers() {}

    static Caller.SignedInStaff of(Caller caller) {
        if (caller instanceof Caller.SignedInStaff staff) {
            return staff;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }
}
