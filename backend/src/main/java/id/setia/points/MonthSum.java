package id.setia.points;

/**
 * What a member did in one month, programme time.
 *
 * @param spend earning base less refunds, in smallest units
 * @param visits purchases
 * @param points given for purchases less those taken back
 */
public record MonthSum(long spend, long visits, long points) {

    public static final MonthSum NOTHING = new MonthSum(0, 0, 0);

    public MonthSum plus(MonthSum other) {
        return new MonthSum(spend + other.spend, visits + other.visits, points + other.points);
    }
}
