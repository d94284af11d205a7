package id.setia.members;

import id.setia.access.Caller;
import id.setia.access.StaffAccount;
import id.setia.access.StaffAccounts;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Nobody puts right their own membership, nor says yes to it: a member whose e-mail is a member of staff's is them. */
@Singleton
public class OwnMembership {

    private final StaffAccounts staff;
    private final MemberRegistry members;

    OwnMembership(StaffAccounts staff, MemberRegistry members) {
        this.staff = staff;
        this.members = members;
    }

    /** @throws Problem {@code own_membership} when one of the members is the caller */
    public void refuse(Caller by, Collection<UUID> memberIds) {
        if (by instanceof Caller.SignedInStaff signedIn
                && membership(signedIn.staffId()).filter(own -> isAmong(own, memberIds)).isPresent()) {
            throw Problem.of(ProblemCode.OWN_MEMBERSHIP);
        }
    }

    /** Also by the id of somebody who was merged into them. */
    private boolean isAmong(UUID own, Collection<UUID> memberIds) {
        return memberIds.contains(own)
                || members.members(memberIds).values().stream().anyMatch(member -> member.id().equals(own));
    }

    private Optional<UUID> membership(UUID staffId) {
        return staff.find(staffId).map(StaffAccount::email).map(MemberReference::email).flatMap(email ->
                Optional.ofNullable(members.find(List.of(email)).get(email)).map(FoundMember::id));
    }
}
