package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What an import of members has come to. Each row is imported, was there before, or is refused.
 *
 * @param numbers member numbers taken
 * @param tiers standings taken
 * @param lots of points given
 * @param points given
 * @param pointsExpired of imported rows, lapsed before the import
 * @param pointsBefore of rows that were there before
 * @param pointsRefused of refused rows, as far as they are readable
 * @param phonesShared rows imported without their phone number, since several have it
 * @param phonesTaken rows imported without their phone number, since a member has it
 * @param reported lines of the report
 */
@Serdeable
record ArrivalTally(
        long imported,
        long before,
        long refused,
        long numbers,
        long cards,
        long phones,
        long emails,
        long tiers,
        long consents,
        long lots,
        long points,
        long pointsExpired,
        long pointsBefore,
        long pointsRefused,
        long phonesShared,
        long phonesTaken,
        long emailsShared,
        long emailsTaken,
        long tiersEnded,
        long reported) {

    static final ArrivalTally NOTHING =
            new ArrivalTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Rows of the file that are accounted for. */
    long rows() {
        return imported + before + refused;
    }
}
