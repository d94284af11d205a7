package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/**
 * By what tills and systems may name a member. Those of the program's owner by anything; those of other partners by what
 * somebody who is there shows, by anything of who agrees to share their data with partners, and by the id of whom the partner
 * enrolled.
 */
@Singleton
public class MemberNaming {

    /** Finds nobody. */
    public static final MemberReference NOBODY = MemberReference.memberId(new UUID(0, 0));

    private final MemberRegistry members;
    private final Transactions transactions;

    MemberNaming(MemberRegistry members, Transactions transactions) {
        this.members = members;
        this.transactions = transactions;
    }

    /** The reference; where the caller may not name the member by it, one that finds nobody. */
    public MemberReference by(Caller.ApiClient client, MemberReference named) {
        return client.programOwner() || named.inPerson() || mayKnow(client, named) ? named : NOBODY;
    }

    private boolean mayKnow(Caller.ApiClient client, MemberReference named) {
        return members.named(named)
                .filter(member -> shares(member)
                        || named.kind() == MemberReference.Kind.MEMBER_ID && enrolled(client, member))
                .isPresent();
    }

    private boolean shares(UUID memberId) {
        return !members.consenting(Set.of(memberId), ConsentPurpose.PARTNER_SHARING).isEmpty();
    }

    private boolean enrolled(Caller.ApiClient client, UUID memberId) {
        return transactions.read(connection -> TillEnrolmentRows.find(connection, memberId))
                .filter(enrolment -> enrolment.partnerId().equals(client.partnerId()))
                .isPresent();
    }
}
