package id.setia.posting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the few receipts of a back-test whose points differ most. */
final class MostChangedReceipts {

    private static final int MOST = 10;
    private static final Comparator<BackTestReceipt> BY_DIFFERENCE =
            Comparator.comparingLong(receipt -> Math.abs(receipt.difference()));

    private final PriorityQueue<BackTestReceipt> kept = new PriorityQueue<>(BY_DIFFERENCE);

    /** Whether a receipt with this difference would be kept, so that no other needs to be told. */
    boolean takes(long difference) {
        return difference != 0
                && (kept.size() < MOST || Math.abs(difference) > Math.abs(kept.element().difference()));
    }

    void add(BackTestReceipt receipt) {
        kept.add(receipt);
        if (kept.size() > MOST) {
            kept.remove();
        }
    }

    /** The most changed first. */
    List<BackTestReceipt> inOrder() {
        List<BackTestReceipt> ordered = new ArrayList<>(kept);
        ordered.sort(BY_DIFFERENCE.reversed().thenComparing(BackTestReceipt::purchaseId));
        return List.copyOf(ordered);
    }
}
