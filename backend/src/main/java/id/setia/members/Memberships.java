package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What members and staff do to a membership as a whole, each proving what they must. */
@Singleton
class Memberships {

    private final Freezes freezes;
    private final Closings closings;
    private final MemberCodes codes;
    private final PartnerReads reads;
    private final AuditTrail audit;
    private final Transactions transactions;

    Memberships(
            Freezes freezes,
            Closings closings,
            MemberCodes codes,
            PartnerReads reads,
            AuditTrail audit,
            Transactions transactions) {
        this.freezes = freezes;
        this.closings = closings;
        this.codes = codes;
        this.reads = reads;
        this.audit = audit;
        this.transactions = transactions;
    }

    Membership of(UUID memberId) {
        return transactions.read(connection -> {
            MemberRows.Row row =
                    MemberRows.select(connection, List.of(memberId)).get(memberId);
            return new Membership(
                    row.state(),
                    MemberStateRows.freeze(connection, memberId).filter(freeze -> row.state() == MemberState.FROZEN),
                    ClosingRows.ahead(connection, memberId),
                    row.passwordHash().isPresent());
        });
    }

    /** That staff or a partner looked. */
    void note(Caller caller, UUID memberId, String action) {
        reads.note(caller, memberId, action);
        if (caller instanceof Caller.SignedInStaff) {
            audit.record(caller, action, "member", memberId);
        }
    }

    Membership freeze(Caller by, UUID memberId, Optional<String> reason) {
        freezes.freeze(by, memberId, reasonOf(by, reason));
        return of(memberId);
    }

    /** The member by password and a code, staff by having checked who it is. */
    Membership unfreeze(Caller by, UUID memberId, UnfreezeMemberRequest request) {
        if (by instanceof Caller.SignedInStaff) {
            if (!Boolean.TRUE.equals(request.identityChecked())) {
                throw Problem.invalid("/identityChecked", "identity_unchecked");
            }
        } else {
            MemberAct.UNFREEZE.after(of(memberId).state());
            codes.check(memberId, MemberCodes.Purpose.UNFREEZE, Optional.ofNullable(request.code()));
        }
        freezes.unfreeze(by, memberId, reasonOf(by, Optional.ofNullable(request.reason())));
        return of(memberId);
    }

    /** To a member who has a password, only once they have told it. */
    MemberCodes.Sent sendCode(UUID memberId, MemberCodes.Purpose purpose, Optional<String> password) {
        codes.checkPassword(memberId, password);
        return codes.send(memberId, purpose);
    }

    /** The member by their password, or by a code where they have none; staff with a reason. */
    Membership askToClose(Caller by, UUID memberId, CloseMembershipRequest request) {
        MemberAct.ASK_TO_CLOSE.after(of(memberId).state());
        if (by instanceof Caller.SignedInMember) {
            if (codes.hasPassword(memberId)) {
                codes.checkPassword(memberId, Optional.ofNullable(request.password()));
            } else {
                codes.check(memberId, MemberCodes.Purpose.CLOSE, Optional.ofNullable(request.code()));
            }
        }
        closings.ask(by, memberId, reasonOf(by, Optional.ofNullable(request.reason())));
        return of(memberId);
    }

    Membership keep(Caller by, UUID memberId) {
        closings.takeBack(by, memberId);
        return of(memberId);
    }

    /** Staff say why. */
    static String reasonOf(Caller by, Optional<String> reason) {
        String text = reason.map(String::strip).orElse("");
        if (by instanceof Caller.SignedInStaff && text.isEmpty()) {
            throw Problem.invalid("/reason", "required");
        }
        return text;
    }
}
