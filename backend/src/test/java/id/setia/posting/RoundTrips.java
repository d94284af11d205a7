package id.setia.posting;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.SqlWatch;
import java.util.List;

/** The statements of one transaction, for tests that their number does not grow with what the transaction does. */
record RoundTrips(List<String> statements) {

    /** Rows of a table go out in as many statements as their number has binary digits set, about. */
    private static final int STATEMENTS_OF_MANY_ROWS = 3;

    /** Of an act in this thread; without the glances at what is kept in memory, which come once a second. */
    static RoundTrips of(SqlWatch watch, Runnable act) {
        return new RoundTrips(watch.duringOwn(act).stream()
                .map(issued -> issued.text().strip())
                .filter(text -> !text.contains("FROM epoch"))
                .toList());
    }

    int count() {
        return statements.size();
    }

    void areAsOf(RoundTrips one) {
        assertThat(reads()).as(this::toString).hasSameSizeAs(one.reads());
        assertThat(count() - reads().size())
                .as(this::toString)
                .isLessThanOrEqualTo(STATEMENTS_OF_MANY_ROWS * (one.count() - one.reads().size()));
    }

    private List<String> reads() {
        return statements.stream().filter(text -> text.startsWith("SELECT")).toList();
    }

    @Override
    public String toString() {
        return String.join("\n", statements);
    }
}
