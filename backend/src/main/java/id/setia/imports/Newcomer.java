package id.setia.imports;

import id.setia.members.MemberReference;
import id.setia.tiers.Tier;
import java.util.List;
import java.util.Optional;

/**
 * A row that makes a member, and what of it is taken.
 *
 * @param phone the row's, unless others have it
 * @param email the row's, unless others have it
 * @param lots the row's that have not lapsed, each with its place among all of them
 * @param tier the row's, unless it has ended
 * @param notices what of the row is not taken
 */
record Newcomer(
        PreparedRow prepared,
        Optional<MemberReference> phone,
        Optional<MemberReference> email,
        List<Lot> lots,
        Optional<Tier> tier,
        List<RefusedRow> notices) {

    /** Points to be given, and the place of the lot among those of its row. */
    record Lot(int place, OpeningLot opening) {}

    MemberRow row() {
        return prepared.row();
    }

    long points() {
        return lots.stream().mapToLong(lot -> lot.opening().points()).sum();
    }
}
