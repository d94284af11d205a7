package id.setia.webhooks;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.partners.Partner;
import java.util.Optional;
import java.util.UUID;

/**
 * For whose eyes events are.
 *
 * @param partnerId the partner, empty for who sees everything: the programme's owner and administrators
 */
record Viewer(Optional<UUID> partnerId) {

    static Viewer of(Caller caller) {
        return switch (caller) {
            case Caller.ApiClient client ->
                new Viewer(client.programOwner() ? Optional.empty() : Optional.of(client.partnerId()));
            case Caller.SignedInStaff staff -> new Viewer(Optional.empty());
            case Caller.SignedInMember member -> throw Problem.of(ProblemCode.FORBIDDEN);
            case Caller.Stranger stranger -> throw Problem.of(ProblemCode.FORBIDDEN);
        };
    }

    static Viewer of(Partner partner) {
        return new Viewer(partner.owner() ? Optional.empty() : Optional.of(partner.id()));
    }
}
