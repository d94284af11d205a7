package id.setia.posting;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What can be done with a receipt by its code. */
@Serdeable
enum ReceiptClaimState {
    /** Nobody's; whoever holds it may claim it. */
    OPEN,
    /** The caller's already. */
    YOURS,
    /** Somebody else's, or its code was used. */
    CLAIMED,
    EXPIRED,
    /** Everything on it was given back. */
    REFUNDED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
