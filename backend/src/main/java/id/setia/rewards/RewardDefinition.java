package id.setia.rewards;

import id.setia.kernel.LocalText;
import id.setia.program.Program;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a reward says of itself.
 *
 * @param points price, more than 0
 * @param money price beside the points, in the currency's smallest unit, paid when the reward is handed over; 0 for none
 * @param discount for {@link RewardKind#TILL_DISCOUNT} only
 * @param stock how many there are in all; absent for any number, and where imported codes are the stock
 * @param perMember how many a member may have in all; 0 for any number
 * @param perPeriod how many a member may have in a period; 0 for any number
 * @param tiers codes of the tiers it is for; empty for all
 * @param startsAt first moment it can be had
 * @param endsAt first moment it can be had no more
 * @param validDays how many days its voucher is good after the day of redeeming
 * @param validUntil first moment its voucher is good no more
 * @param honouringPartnerId who gives something for the points
 * @param budgetPoints how many points may be redeemed for it in all; absent for any number
 */
@Serdeable
record RewardDefinition(
        RewardKind kind,
        LocalText name,
        LocalText description,
        long points,
        long money,
        @Nullable Discount discount,
        @Nullable Long stock,
        int perMember,
        int perPeriod,
        @Nullable LimitPeriod period,
        List<String> tiers,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer validDays,
        @Nullable Instant validUntil,
        UUID honouringPartnerId,
        @Nullable Long budgetPoints) {

    RewardDefinition {
        tiers = List.copyOf(tiers);
    }

    boolean isLimitedPerMember() {
        return perMember > 0 || perPeriod > 0;
    }

    /** The first moment a voucher issued now is good no more: whole days of the programme, or the fixed end if earlier. */
    Optional<Instant> voucherExpiry(Program program, Instant now) {
        Optional<Instant> byDays = Optional.ofNullable(validDays)
                .map(days -> program.startOf(program.dateOf(now).plusDays(days + 1L)));
        return Stream.concat(byDays.stream(), Optional.ofNullable(validUntil).stream()).min(Instant::compareTo);
    }
}
