package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;

/** Rows and what they were about, in smallest units as the file means it: refunds are negative. */
@Serdeable
record Part(long rows, long amount) {

    static final Part NOTHING = new Part(0, 0);

    Part plus(long moreRows, long moreAmount) {
        return new Part(rows + moreRows, amount + moreAmount);
    }
}
