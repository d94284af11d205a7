package id.setia.insights;

import java.time.LocalDate;

/**
 * How a member buys, as of a day.
 *
 * @param asOf last day of the window
 * @param recencyDays days from the last purchase to that day, 0 or more
 * @param purchases within the window, 1 or more
 * @param spend within the window, in smallest units
 * @param recency 1 to 5; 5 bought last
 * @param frequency 1 to 5; 5 buy most often
 * @param monetary 1 to 5; 5 spend most
 */
public record RfmScore(
        LocalDate asOf, long recencyDays, long purchases, long spend, int recency, int frequency, int monetary) {

    public RfmSegment segment() {
        return RfmSegment.of(recency, frequency);
    }
}
