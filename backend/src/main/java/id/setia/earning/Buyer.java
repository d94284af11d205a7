package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import java.util.UUID;

/**
 * Who must have bought for a rule to apply, beside the tier.
 *
 * @param audiences saved audiences, any of which the member must be in when the purchase arrives; empty asks nothing
 * @param firstPurchase whether it must be the member's first, in the order of arrival
 * @param birthday how near the member's birthday must be; absent asks nothing
 */
@Serdeable
public record Buyer(Set<UUID> audiences, boolean firstPurchase, @Nullable Birthday birthday) {

    public static final Buyer ANY = new Buyer(Set.of(), false, null);
}
