package id.setia.products;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whose products a request is about. */
@Singleton
class Whose {

    private final Sellers sellers;

    Whose(Sellers sellers) {
        this.sellers = sellers;
    }

    /**
     * The partner whose products the caller asks for: of systems of partners other than the program's owner always their own.
     *
     * @throws Problem {@code partner_not_found}, also for what is another partner's
     */
    UUID of(Caller caller, @Nullable String partnerId) {
        if (!(caller instanceof Caller.ApiClient client)) {
            return of(partnerId);
        }
        UUID asked = partnerId == null || partnerId.isBlank() ? client.partnerId() : of(partnerId);
        if (!mayRead(caller, asked)) {
            throw Problem.of(ProblemCode.PARTNER_NOT_FOUND);
        }
        return asked;
    }

    /** Whether the caller may read products of the partner. */
    boolean mayRead(Caller caller, UUID partnerId) {
        return !(caller instanceof Caller.ApiClient client)
                || client.programOwner()
                || client.partnerId().equals(partnerId);
    }

    /**
     * The partner named, or the programme's owner where none is.
     *
     * @throws Problem {@code partner_not_found}
     */
    UUID of(@Nullable String partnerId) {
        if (partnerId == null || partnerId.isBlank()) {
            return sellers.owner();
        }
        UUID id = PublicId.PARTNER.parseOr(partnerId, ProblemCode.PARTNER_NOT_FOUND);
        if (!sellers.isKnown(id)) {
            throw Problem.of(ProblemCode.PARTNER_NOT_FOUND);
        }
        return id;
    }
}
