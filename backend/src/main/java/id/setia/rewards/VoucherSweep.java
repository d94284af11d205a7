package id.setia.rewards;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Writes down which vouchers have expired. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class VoucherSweep {

    private final Vouchers vouchers;

    VoucherSweep(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "2m")
    void sweep() {
        vouchers.expire();
    }
}
