package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whom a path means: {@code me} or an id for the member who is signed in, any id for staff. */
@Singleton
public class MemberPath {

    private static final String ME = "me";

    private final MemberRegistry members;

    MemberPath(MemberRegistry members) {
        this.members = members;
    }

    /**
     * The member; of a merged one, the member they live on as.
     *
     * @throws Problem {@code member_not_found}, also where a member asks for another
     */
    public UUID member(Caller caller, String memberId) {
        UUID asked = switch (caller) {
            case Caller.SignedInMember signedIn -> own(signedIn, memberId);
            case Caller.SignedInStaff staff -> PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND);
            case Caller.ApiClient client -> throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
            case Caller.Stranger stranger -> throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        };
        return Optional.ofNullable(members.members(List.of(asked)).get(asked))
                .map(FoundMember::id)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    private static UUID own(Caller.SignedInMember signedIn, String memberId) {
        boolean own = ME.equals(memberId)
                || PublicId.MEMBER.parse(memberId).filter(signedIn.memberId()::equals).isPresent();
        if (!own) {
            throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        }
        return signedIn.memberId();
    }
}
