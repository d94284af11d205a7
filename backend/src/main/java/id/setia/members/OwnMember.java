package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.UUID;

/** The member who is signed in. */
final class OwnMember {

    private OwnMember() {}

    static UUID of(Caller caller) {
        return switch (caller) {
            case Caller.SignedInMember member -> member.memberId();
            case Caller.Stranger stranger -> throw Problem.of(ProblemCode.UNAUTHENTICATED);
            case Caller.SignedInStaff staff -> throw Problem.of(ProblemCode.FORBIDDEN);
            case Caller.ApiClient client -> throw Problem.of(ProblemCode.FORBIDDEN);
        };
    }
}
