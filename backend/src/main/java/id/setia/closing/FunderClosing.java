package id.setia.closing;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;
import java.util.UUID;

/**
 * A month of one funder.
 *
 * @param broughtForward what was outstanding when the month before was closed
 * @param redeemedAt points used, by who gave something for them
 * @param owed what is outstanding at the end
 */
record FunderClosing(ClosingTotal total, long broughtForward, SortedMap<UUID, Long> redeemedAt, Owed owed) {

    FunderClosing {
        redeemedAt = Collections.unmodifiableSortedMap(new TreeMap<>(redeemedAt));
    }

    UUID funderId() {
        return total.funderId();
    }

    /** Whether it begins where the last one ended, counts whole transactions, and ends at what the lots and debts are. */
    boolean reconciled() {
        return total.balanced() && broughtForward + total.moved() == owed.outstanding();
    }
}
