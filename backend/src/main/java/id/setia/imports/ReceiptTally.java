package id.setia.imports;

import id.setia.posting.ReceiptFiles;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a file of receipts has come to so far.
 *
 * @param since when it came to that; what stands in the books since then may be of the part that was under way
 */
@Serdeable
record ReceiptTally(
        long taken,
        long unattached,
        long waiting,
        long replayed,
        long refused,
        long pointsEarned,
        long pointsTakenBack,
        Instant since) {

    static ReceiptTally nothing(Instant since) {
        return new ReceiptTally(0, 0, 0, 0, 0, 0, 0, since);
    }

    ReceiptTally at(Instant moment) {
        return new ReceiptTally(
                taken, unattached, waiting, replayed, refused, pointsEarned, pointsTakenBack, moment);
    }

    ReceiptTally oneMoreRefused() {
        return new ReceiptTally(
                taken, unattached, waiting, replayed, refused + 1, pointsEarned, pointsTakenBack, since);
    }

    /**
     * With a receipt that stands in the books.
     *
     * @param again whether its part was begun before: one that stands there since then was taken by this very job
     */
    ReceiptTally with(ReceiptFiles.Taken receipt, boolean again) {
        boolean before = receipt.replayed() && !(again && !receipt.recordedAt().isBefore(since));
        if (before) {
            return new ReceiptTally(
                    taken, unattached, waiting, replayed + 1, refused, pointsEarned, pointsTakenBack, since);
        }
        return new ReceiptTally(
                taken + 1,
                unattached + (receipt.unattached() ? 1 : 0),
                waiting + (receipt.waiting() ? 1 : 0),
                replayed,
                refused,
                pointsEarned + Math.max(0, receipt.points()),
                pointsTakenBack + Math.max(0, -receipt.points()),
                since);
    }
}
