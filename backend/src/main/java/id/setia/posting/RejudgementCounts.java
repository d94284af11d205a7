package id.setia.posting;

import id.setia.purchases.PurchaseWalk;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;

/**
 * What judging again has come to so far.
 *
 * @param seen purchases gone over
 * @param purchases whose points change
 * @param members of these purchases
 * @param taken points, 0 or more
 * @param given points, 0 or more
 * @param debt how much of what is taken is owed, 0 or more
 * @param place the last purchase gone over; null before the first
 * @param lastMember the last member counted; null before the first
 */
@Serdeable
record RejudgementCounts(
        long seen,
        long purchases,
        long members,
        long taken,
        long given,
        long debt,
        @Nullable PurchaseWalk.Step place,
        @Nullable UUID lastMember) {

    static final RejudgementCounts NONE = new RejudgementCounts(0, 0, 0, 0, 0, 0, null, null);

    RejudgementCounts changed(UUID member, long pointsTaken, long pointsGiven, long pointsOwed) {
        return new RejudgementCounts(
                seen,
                purchases + 1,
                members + (member.equals(lastMember) ? 0 : 1),
                taken + pointsTaken,
                given + pointsGiven,
                debt + pointsOwed,
                place,
                member);
    }

    RejudgementCounts goneOver(int more, PurchaseWalk.Step last) {
        return new RejudgementCounts(seen + more, purchases, members, taken, given, debt, last, lastMember);
    }

    Optional<PurchaseWalk.Step> after() {
        return Optional.ofNullable(place);
    }
}
