package id.setia.rewards;

import id.setia.program.Settings;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the programme allows of redemptions and vouchers.
 *
 * @param cancelHours how long a member may take a redemption back, 0 for never
 * @param undoHours how long a till may undo a voucher's use, 0 for never
 * @param graceDays how long a voucher, or points, that come back after their end are good, at least
 * @param lowCodes how many codes of a pool are left when it is told that they run out
 */
@Serdeable
public record RewardPolicy(int cancelHours, int undoHours, int graceDays, int lowCodes) {

    static final String NAME = "rewards.policy";
    static final RewardPolicy DEFAULT = new RewardPolicy(24, 24, 14, 100);

    /** The policy in force. */
    public static RewardPolicy of(Settings settings) {
        return settings.read(NAME, RewardPolicy.class, DEFAULT).value();
    }

    /** The first moment at which a member may no longer take back what was redeemed at the moment. */
    Instant cancellableUntil(Instant redeemedAt) {
        return redeemedAt.plus(Duration.ofHours(cancelHours));
    }

    Instant undoableUntil(Instant usedAt) {
        return usedAt.plus(Duration.ofHours(undoHours));
    }

    /** The end of grace for what comes back now. */
    public Instant graceUntil(Instant now) {
        return now.plus(graceDays, ChronoUnit.DAYS);
    }
}
