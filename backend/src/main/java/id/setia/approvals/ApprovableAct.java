package id.setia.approvals;

import id.setia.access.Caller;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import java.util.Optional;

/** An act that may need a second person's yes. */
public interface ApprovableAct {

    /** A word for it, at most 30 letters. */
    String kind();

    /**
     * What a member of staff reads before they decide.
     *
     * @param title what would happen
     * @param memberName whom it concerns
     * @param explanation in the words of who asks
     */
    record Summary(LocalText title, String memberName, LocalText reason, String explanation) {}

    Summary summary(Approval approval);

    /** Public id of what it is about, where staff have a page to read it on before they decide. */
    default Optional<String> subject(Approval approval) {
        return Optional.empty();
    }

    /** @throws Problem when the caller may not decide about it, whatever they would say */
    void refuseDecision(Caller.SignedInStaff by, Approval approval);

    /**
     * Does what was asked for, in the transaction of the yes; everything is checked anew.
     *
     * @throws Problem when it cannot be done any more; the request then goes on waiting
     */
    void carryOut(Caller.SignedInStaff approver, Approval approval);
}
