package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;

/** What an import of a static list has come to; each row is counted once. */
@Serdeable
record ListTally(long found, long refused) {

    static final ListTally NOTHING = new ListTally(0, 0);

    ListTally plus(long more, long not) {
        return new ListTally(found + more, refused + not);
    }
}
