package id.setia.products;

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
