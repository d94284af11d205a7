package id.setia.offers;

import id.setia.audiences.Audience;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** An offer whose members are to be noted, for tests of other rooms. */
@Singleton
public class TestNoting {

    private final Offers offers;
    private final OfferNoting noting;
    private final BusinessClock clock;
    private final IdMaker ids;

    TestNoting(Offers offers, OfferNoting noting, BusinessClock clock, IdMaker ids) {
        this.offers = offers;
        this.noting = noting;
        this.clock = clock;
        this.ids = ids;
    }

    /** Publishes an offer for everybody of which a fifth is held out, and queues the noting of its members. */
    public void queue() {
        Instant now = clock.now();
        offers.publish(new NewOffer(
                "malam",
                LocalText.of("Poin 2×", "Double points"),
                LocalText.of("Untuk satu pembelian.", "For one purchase."),
                "2×",
                new Audience.Everyone(),
                ids.next(),
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)),
                false,
                1,
                20,
                false));
        noting.queueDue();
    }
}
