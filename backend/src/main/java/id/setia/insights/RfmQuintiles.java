package id.setia.insights;

import java.util.List;
import java.util.stream.LongStream;

/** Where the quintiles of each figure lie, counted member by member. */
final class RfmQuintiles {

    private final FigureCounts days = new FigureCounts();
    private final FigureCounts purchases = new FigureCounts();
    private final FigureCounts spend = new FigureCounts();
    private long members;

    /**
     * @param day of the last purchase, counted from the first that counts
     */
    void add(long day, long purchases, long spend) {
        days.add(day);
        this.purchases.add(purchases);
        this.spend.add(spend);
        members++;
    }

    long members() {
        return members;
    }

    /** Each known by its class alone: no window has as many days as there are classes of one figure. */
    List<FigureCounts.Place> days() {
        return cuts(days);
    }

    List<FigureCounts.Place> purchases() {
        return cuts(purchases);
    }

    List<FigureCounts.Place> spend() {
        return cuts(spend);
    }

    private List<FigureCounts.Place> cuts(FigureCounts counts) {
        return LongStream.rangeClosed(2, RfmCuts.SCORES)
                .mapToObj(score -> counts.at(RfmCuts.place((int) score, members)))
                .toList();
    }
}
