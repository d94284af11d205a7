package id.setia.kernel;

/**
 * Work that falls due by the programme's time, such as expiries or the monthly run of tiers. A schedule looks for it again
 * and again; where the business clock was moved it is done at once.
 */
public interface DueWork {

    /** The word for it, {@code tier_runs}. */
    String name();

    /** Does all of it that is due by now; waits while this node is doing it already. */
    void doDue();

    /** Whether it is to be done on each day that passes; otherwise once, at the end. */
    default boolean eachDay() {
        return true;
    }
}
