package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import java.util.UUID;

/**
 * What was known of the member when the purchase arrived; frozen in its judgement.
 *
 * @param firstPurchase whether none was known before it
 * @param audiences those of the audiences rules named that the member was in
 */
@Serdeable
public record Facts(boolean firstPurchase, Set<UUID> audiences) {

    public static final Facts NONE = new Facts(false, Set.of());
}
