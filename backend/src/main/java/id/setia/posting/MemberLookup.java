package id.setia.posting;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds who is to get something: only members whose membership has not ended. */
@Singleton
class MemberLookup {

    private final MemberRegistry members;

    MemberLookup(MemberRegistry members) {
        this.members = members;
    }

    /** @throws Problem {@code member_not_found} */
    UUID receiver(MemberReference who) {
        return Optional.ofNullable(members.find(List.of(who)).get(who))
                .filter(member -> member.state() != MemberState.CLOSED && member.state() != MemberState.ERASED)
                .map(FoundMember::id)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    /** Whether both ids stand for one member, merges followed. */
    boolean same(UUID memberId, UUID other) {
        return members.same(memberId, other);
    }

    /** The name the member is on record by; of a merged one, their own. */
    String ownName(UUID memberId) {
        return members.ownName(memberId).orElse("");
    }

    /** The name staff know the member by. */
    String name(UUID memberId) {
        return Optional.ofNullable(members.members(List.of(memberId)).get(memberId))
                .map(FoundMember::name)
                .orElse("");
    }
}
