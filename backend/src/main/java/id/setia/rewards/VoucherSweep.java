package id.setia.rewards;

import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Writes down which vouchers have expired. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
class VoucherSweep implements DueWork {

    private final Vouchers vouchers;

    VoucherSweep(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Override
    public String name() {
        return "vouchers";
    }

    @Override
    @Scheduled(fixedDelay = "10m", initialDelay = "2m")
    public synchronized void doDue() {
        vouchers.expire();
    }
}
