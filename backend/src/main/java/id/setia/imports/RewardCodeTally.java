package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;

/** What an import of codes has come to; each row is counted once. */
@Serdeable
record RewardCodeTally(long added, long known, long refused) {

    static final RewardCodeTally NOTHING = new RewardCodeTally(0, 0, 0);

    long rows() {
        return added + known + refused;
    }

    RewardCodeTally plus(RewardCodeTally more) {
        return new RewardCodeTally(added + more.added, known + more.known, refused + more.refused);
    }
}
