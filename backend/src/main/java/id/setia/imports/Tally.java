package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What an import has come to. Each row is in exactly one part; of a refund found in part, the row counts as refunded and
 * the amount of its rest as refused.
 *
 * @param purchases posted to members
 * @param anonymous purchases posted to nobody
 * @param refunds applied
 * @param replayed purchases and refunds that stood in the books before
 * @param reported rows in the report
 * @param membersEnrolled customers seen for the first time
 * @param points given less taken back
 */
@Serdeable
record Tally(
        long purchases,
        long anonymous,
        long refunds,
        long replayed,
        long reported,
        long membersEnrolled,
        long points,
        Part posted,
        Part unattached,
        Part refunded,
        Part before,
        Part refused) {

    static final Tally NOTHING = new Tally(
            0, 0, 0, 0, 0, 0, 0, Part.NOTHING, Part.NOTHING, Part.NOTHING, Part.NOTHING, Part.NOTHING);

    /** Rows of the file that are accounted for. */
    long rows() {
        return posted.rows() + unattached.rows() + refunded.rows() + before.rows() + refused.rows();
    }
}
