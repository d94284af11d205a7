package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a path means: {@code me} or an id for the member who is signed in, any id for staff and for systems of the program's
 * owner, and for those of other partners an id of somebody who agrees to share their data with partners.
 */
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
        return switch (caller) {
            case Caller.SignedInMember signedIn -> known(own(signedIn, memberId));
            case Caller.SignedInStaff staff -> known(asked(memberId));
            case Caller.ApiClient client -> known(client, asked(memberId));
            case Caller.Stranger stranger -> throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        };
    }

    /**
     * The same, for what systems of other partners than the program's owner never do.
     *
     * @throws Problem {@code member_not_found}; {@code forbidden} to systems of other partners
     */
    public UUID memberOfOwner(Caller caller, String memberId) {
        UUID member = member(caller, memberId);
        if (caller instanceof Caller.ApiClient client && !client.programOwner()) {
            throw Problem.of(ProblemCode.FORBIDDEN);
        }
        return member;
    }

    private static UUID asked(String memberId) {
        return PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND);
    }

    private UUID known(Caller.ApiClient client, UUID asked) {
        return members.profile(asked)
                .filter(member -> member.state() != MemberState.ERASED)
                .filter(member -> client.programOwner() || member.consentsTo(ConsentPurpose.PARTNER_SHARING))
                .map(MemberProfile::id)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    private UUID known(UUID asked) {
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
