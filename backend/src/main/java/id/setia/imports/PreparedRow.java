package id.setia.imports;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A readable row of members, ready to be decided.
 *
 * @param fingerprint of all it says
 * @param alias of the member's number, for the ledger
 */
record PreparedRow(MemberRow row, byte[] fingerprint, String alias) {

    /** The posting keys of all its lots. */
    Stream<String> openingKeys() {
        return IntStream.range(0, row.opening().size()).mapToObj(this::openingKey);
    }

    /** The posting key of a lot of the row: what was opened once under it never is again. */
    String openingKey(int place) {
        return "opening:" + alias + ":" + place;
    }
}
