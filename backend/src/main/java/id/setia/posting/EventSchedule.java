package id.setia.posting;

import id.setia.kernel.DueWork;
import id.setia.program.ProgramSettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks every few minutes whose birthday it is, and every minute which friends have made their first purchase. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class EventSchedule implements DueWork {

    private final BirthdayRuns birthdays;
    private final ReferralRewards referrals;
    private final ProgramSettings settings;

    EventSchedule(BirthdayRuns birthdays, ReferralRewards referrals, ProgramSettings settings) {
        this.birthdays = birthdays;
        this.referrals = referrals;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "birthdays_and_referrals";
    }

    @Override
    public void doDue() {
        birthdays();
        referrals();
    }

    @Scheduled(initialDelay = "40s", fixedDelay = "10m")
    synchronized void birthdays() {
        if (settings.find().isPresent()) {
            birthdays.runDue();
        }
    }

    @Scheduled(initialDelay = "50s", fixedDelay = "1m")
    synchronized void referrals() {
        if (settings.find().isPresent()) {
            referrals.rewardDue();
        }
    }
}
