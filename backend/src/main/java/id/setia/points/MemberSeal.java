package id.setia.points;

import id.setia.kernel.UuidBytes;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * How far a member's rows are sealed, and the sums over them.
 *
 * @param sealNumber the seal that last touched it, 0 for none
 * @param sealedUntil record time of the member's last sealed transaction
 * @param lastSeq number of the member's last sealed entry
 * @param available points available once the last sealed transaction was counted
 * @param sums over the sealed rows of each table
 */
record MemberSeal(
        UUID memberId,
        long sealNumber,
        Instant sealedUntil,
        long lastSeq,
        long available,
        Map<SealedTable, SealSum> sums) {

    static MemberSeal none(UUID memberId) {
        Map<SealedTable, SealSum> sums = new EnumMap<>(SealedTable.class);
        for (SealedTable table : SealedTable.values()) {
            sums.put(table, SealSum.ZERO);
        }
        return new MemberSeal(memberId, 0, Instant.EPOCH, 0, 0, sums);
    }

    /** The sum of a table as it is stored: under a mask of this seal. */
    byte[] masked(SealKey key, SealedTable table) {
        return sums.get(table).plus(key.mask(table.table(), memberId, sealNumber)).bytes();
    }

    /** What a stored sum stands for. */
    static SealSum unmasked(SealKey key, SealedTable table, UUID memberId, long sealNumber, byte[] stored) {
        return SealSum.of(stored).minus(key.mask(table.table(), memberId, sealNumber));
    }

    /** The code of the whole, by which it counts in the seal; nothing of a member who was never sealed. */
    SealSum code(SealKey key) {
        if (sealNumber == 0) {
            return SealSum.ZERO;
        }
        SealKey.Writer code = key.code("member").add(UuidBytes.of(memberId)).add(sealNumber)
                .add(sealedUntil).add(lastSeq).add(available);
        for (SealedTable table : SealedTable.values()) {
            code.add(sums.get(table).bytes());
        }
        return SealSum.of(code.end());
    }
}
