package id.setia.notices;

import id.setia.kernel.DueWork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells, reminds and sends all the time. */
@Singleton
@Requires(property = "setia.background", notEquals = "false")
@Requires(notEnv = Environment.TEST)
class NoticeSchedule implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSchedule.class);

    /** What is not of this second is looked for this seldom: it reads all members of an announced offer. */
    private static final int TURNS_BETWEEN = 30;

    private final FeedReader reader;
    private final ExpiryReminders reminders;
    private final OfferTidings offers;
    private final Deliveries deliveries;
    private int turn;
    private boolean failing;

    NoticeSchedule(FeedReader reader, ExpiryReminders reminders, OfferTidings offers, Deliveries deliveries) {
        this.reader = reader;
        this.reminders = reminders;
        this.offers = offers;
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public synchronized void doDue() {
        reader.read();
        reminders.remind();
        offers.tell();
        deliveries.send();
    }

    /** Says once that it cannot, not every second. */
    @Scheduled(initialDelay = "3s", fixedDelay = "1s")
    synchronized void work() {
        try {
            reader.read();
            if (turn++ % TURNS_BETWEEN == 0) {
                reminders.remind();
                offers.tell();
            }
            deliveries.send();
            failing = false;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("Members are not told of anything for the moment", fault);
            }
            failing = true;
        }
    }
}
