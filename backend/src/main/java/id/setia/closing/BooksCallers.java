package id.setia.closing;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import java.util.Optional;
import java.util.UUID;

/** Whose part of the books a caller sees. */
final class BooksCallers {

    private BooksCallers() {}

    /** Staff see all; a partner's system sees its partner's part alone, the owner's like any other. */
    static Optional<UUID> partOf(Caller caller) {
        return switch (caller) {
            case Caller.SignedInStaff staff -> Optional.empty();
            case Caller.ApiClient client -> Optional.of(client.partnerId());
            case Caller.SignedInMember member -> throw Problem.of(ProblemCode.FORBIDDEN);
            case Caller.Stranger stranger -> throw Problem.of(ProblemCode.UNAUTHENTICATED);
        };
    }

    static Caller.SignedInStaff staff(Caller caller) {
        if (caller instanceof Caller.SignedInStaff staff) {
            return staff;
        }
        throw Problem.of(ProblemCode.FORBIDDEN);
    }
}
