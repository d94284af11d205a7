package id.setia.profiles;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.Scope;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberProfile;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.members.PartnerReads;
import id.setia.members.ReadField;
import id.setia.members.ReadOperation;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lets callers see the members they may see, and notes what staff and partners looked at. */
@Singleton
class ProfileReads {

    private static final String ME = "me";

    /** A member and how much of them a caller may see. */
    record Seen(MemberProfile member, ProfileView view, Caller by) {

        boolean byStaff() {
            return by instanceof Caller.SignedInStaff;
        }

        boolean withContacts() {
            return ProfileAccess.seesContacts(by);
        }
    }

    private final Profiles profiles;
    private final MemberRegistry members;
    private final PartnerReads partnerReads;
    private final AuditTrail audit;

    ProfileReads(Profiles profiles, MemberRegistry members, PartnerReads partnerReads, AuditTrail audit) {
        this.profiles = profiles;
        this.members = members;
        this.partnerReads = partnerReads;
        this.audit = audit;
    }

    /** The member of an address with all that is told of them. */
    MemberResponse read(Caller caller, String memberId) {
        UUID id = id(caller, memberId);
        Together together = profiles.together(id);
        MemberProfile member = known(together);
        Seen seen = seen(caller, "member.viewed", member, ProfileAccess.byId(caller, id, member));
        noteForMember(seen, ReadOperation.PROFILE, shown(member));
        return profiles.response(seen, together);
    }

    /** The same of the member who shows something. */
    MemberResponse readShown(Caller caller, LookupMemberRequest request) {
        Together together = members.holder(request.reference())
                .map(profiles::together)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
        MemberProfile member = known(together);
        if (member.state() == MemberState.ERASED) {
            throw Problem.of(ProblemCode.MEMBER_NOT_FOUND);
        }
        Seen seen = seen(
                caller, "member.viewed", member, ProfileAccess.byPresentation(caller, request.inPerson(), member));
        noteForMember(seen, ReadOperation.LOOKUP, shown(member));
        return profiles.response(seen, together);
    }

    /** What partners see beyond the masked view. */
    private void noteForMember(Seen seen, ReadOperation operation, Collection<ReadField> fields) {
        if (seen.view() == ProfileView.FULL && seen.by() instanceof Caller.ApiClient client) {
            partnerReads.note(client, seen.member().id(), operation, fields);
        }
    }

    private static Set<ReadField> shown(MemberProfile member) {
        Set<ReadField> fields = EnumSet.of(
                ReadField.NAME,
                ReadField.LANGUAGE,
                ReadField.JOINED_AT,
                ReadField.POINTS,
                ReadField.STANDING,
                ReadField.CONSENTS,
                ReadField.OFFERS);
        member.email().ifPresent(email -> fields.add(ReadField.EMAIL));
        member.phone().ifPresent(phone -> fields.add(ReadField.PHONE));
        member.birthDate().ifPresent(date -> fields.add(ReadField.BIRTH_DATE));
        if (!member.cards().isEmpty()) {
            fields.add(ReadField.CARDS);
        }
        return fields;
    }

    private static MemberProfile known(Together together) {
        return together.member().profile().orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    /** The member of an address, {@code me} or an id. */
    Seen byId(Caller caller, String memberId, String action) {
        UUID id = id(caller, memberId);
        MemberProfile member = profiles.member(id);
        Seen seen = seen(caller, action, member, ProfileAccess.byId(caller, id, member));
        ReadOperation operation = ReadOperation.ofAction(action);
        noteForMember(seen, operation, operation.fields());
        return seen;
    }

    /** The same, where the masked view has nothing to show. */
    MemberProfile whole(Caller caller, String memberId, String action) {
        Seen seen = byId(caller, memberId, action);
        return switch (seen.view()) {
            case FULL -> seen.member();
            case MASKED -> throw Scope.insufficient(List.of(Scope.MEMBERS_READ));
        };
    }

    /** Whom an address names, merged or not. */
    UUID named(Caller caller, String memberId) {
        return id(caller, memberId);
    }

    private static UUID id(Caller caller, String memberId) {
        if (ME.equals(memberId) && caller instanceof Caller.SignedInMember signedIn) {
            return signedIn.memberId();
        }
        return PublicId.MEMBER.parseOr(memberId, ProblemCode.MEMBER_NOT_FOUND);
    }

    private Seen seen(Caller caller, String action, MemberProfile member, Optional<ProfileView> view) {
        Seen seen = new Seen(member, view.orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND)), caller);
        if (seen.byStaff()) {
            audit.record(caller, action, "member", member.id());
        }
        return seen;
    }
}
