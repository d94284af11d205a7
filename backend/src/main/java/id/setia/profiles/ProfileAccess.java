package id.setia.profiles;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.access.Scope;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberProfile;
import id.setia.offers.OfferMember;
import java.util.Optional;
import java.util.UUID;

/** How much of a member a caller may see; nothing where the caller may not even know that there is such a member. */
final class ProfileAccess {

    private ProfileAccess() {}

    /** Of a member named by id. */
    static Optional<ProfileView> byId(Caller caller, UUID asked, MemberProfile member) {
        return switch (caller) {
            case Caller.Stranger stranger -> Optional.empty();
            case Caller.SignedInMember signedIn ->
                signedIn.memberId().equals(asked) ? Optional.of(ProfileView.FULL) : Optional.empty();
            case Caller.SignedInStaff staff -> Optional.of(ProfileView.FULL);
            case Caller.ApiClient client -> mayKnow(client, member) ? Optional.of(view(client)) : Optional.empty();
        };
    }

    /** Of a member who shows something: card and phone let any till see the least, an e-mail address does not. */
    static Optional<ProfileView> byPresentation(Caller caller, boolean inPerson, MemberProfile member) {
        return switch (caller) {
            case Caller.Stranger stranger -> Optional.empty();
            case Caller.SignedInMember signedIn -> Optional.empty();
            case Caller.SignedInStaff staff -> Optional.of(ProfileView.FULL);
            case Caller.ApiClient client -> {
                if (mayKnow(client, member)) {
                    yield Optional.of(view(client));
                }
                yield inPerson ? Optional.of(ProfileView.MASKED) : Optional.empty();
            }
        };
    }

    /** Whether e-mail address, phone number and birth date are shown as they are: of the staff, to those who serve members. */
    static boolean seesContacts(Caller caller) {
        return !(caller instanceof Caller.SignedInStaff staff) || staff.roles().contains(Role.SERVICE_AGENT);
    }

    /** Who asks for a member's offers. */
    static OfferMember asking(Caller caller, OfferMember member) {
        return switch (caller) {
            case Caller.SignedInMember own -> member.asking();
            case Caller.ApiClient client -> client.programOwner() ? member : member.shownTo(client.partnerId());
            case Caller.SignedInStaff staff -> member;
            case Caller.Stranger stranger -> member;
        };
    }

    /** The programme's owner serves every member; another partner those who agree to share with partners. */
    private static boolean mayKnow(Caller.ApiClient client, MemberProfile member) {
        return client.programOwner() || member.consentsTo(ConsentPurpose.PARTNER_SHARING);
    }

    private static ProfileView view(Caller.ApiClient client) {
        return client.scopes().contains(Scope.MEMBERS_READ) ? ProfileView.FULL : ProfileView.MASKED;
    }
}
