package id.setia.access;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tells the feed that a member signed in. */
@Singleton
class SignInNews {

    private final Outbox outbox;
    private final IdMaker ids;
    private final SystemClock clock;
    private final BusinessClock businessClock;

    SignInNews(Outbox outbox, IdMaker ids, SystemClock clock, BusinessClock businessClock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    void opened(UUID memberId, boolean newDevice) {
        String payload =
                "{\"memberId\":\"" + PublicId.MEMBER.format(memberId) + "\",\"newDevice\":" + newDevice + "}";
        outbox.write(new Event(
                ids.next(),
                Optional.of(memberId),
                0,
                "session.opened",
                1,
                payload,
                businessClock.now(),
                clock.now()));
    }
}
