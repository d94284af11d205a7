package id.setia.offers;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Who never gets an offer, so that its worth shows: a share of its members, drawn by a hash of offer and member. The same
 * answer for ever, and independent from offer to offer.
 */
final class Holdout {

    private static final int PARTS = 1 << 20;

    private Holdout() {}

    /** @param percent of the members, 0 to 50 */
    static boolean holds(UUID offerId, UUID memberId, int percent) {
        return percent > 0 && draw(offerId, memberId) * 100L < (long) percent * PARTS;
    }

    private static long draw(UUID offerId, UUID memberId) {
        byte[] both = ByteBuffer.allocate(32)
                .putLong(offerId.getMostSignificantBits())
                .putLong(offerId.getLeastSignificantBits())
                .putLong(memberId.getMostSignificantBits())
                .putLong(memberId.getLeastSignificantBits())
                .array();
        try {
            return Math.floorMod(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(both)).getLong(), PARTS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
