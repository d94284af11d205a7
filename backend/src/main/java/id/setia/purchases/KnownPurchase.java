package id.setia.purchases;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A purchase that is there already, as far as telling whether another is the same. */
public record KnownPurchase(byte[] contentHash, Optional<UUID> memberId) {

    /** What a receipt would be known as, posted to nobody. */
    public static KnownPurchase of(Receipt receipt) {
        return new KnownPurchase(ContentHash.of(receipt), Optional.empty());
    }

    public boolean isSame(Receipt receipt) {
        return Arrays.equals(contentHash, ContentHash.of(receipt));
    }
}
