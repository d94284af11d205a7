package id.setia.tiers;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Who gave a tier by hand, and why.
 *
 * @param explanation in the words of who gave it; not shown to the member
 */
@Serdeable
record TierGrant(UUID by, String explanation) {}
