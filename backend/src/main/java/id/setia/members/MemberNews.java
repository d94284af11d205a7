package id.setia.members;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells the feed what happened to a member, without a word of personal data. */
@Singleton
class MemberNews {

    private final Outbox outbox;
    private final Json json;
    private final IdMaker ids;
    private final SystemClock clock;
    private final BusinessClock businessClock;

    MemberNews(Outbox outbox, Json json, IdMaker ids, SystemClock clock, BusinessClock businessClock) {
        this.outbox = outbox;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    /** Writes the event in the running transaction. */
    void tell(UUID memberId, String type, Map<String, Object> particulars) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("memberId", PublicId.MEMBER.format(memberId));
        payload.putAll(particulars);
        outbox.write(new Event(
                ids.next(),
                Optional.of(memberId),
                0,
                type,
                1,
                json.write(payload),
                businessClock.now(),
                clock.now()));
    }
}
