package id.setia.members;

import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Event;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Outbox;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Tells the feed what happened to a membership: who did it by kind, never by name, number or address. */
@Singleton
class MemberNews {

    private final Outbox outbox;
    private final IdMaker ids;
    private final Json json;
    private final SystemClock clock;
    private final BusinessClock businessClock;

    MemberNews(Outbox outbox, IdMaker ids, Json json, SystemClock clock, BusinessClock businessClock) {
        this.outbox = outbox;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    /** Writes the event in the running transaction, with the kind of who did it. */
    void tell(Caller by, UUID memberId, String type, Map<String, String> particulars) {
        Map<String, Object> payload = new TreeMap<>(particulars);
        payload.put("by", kind(by));
        tell(memberId, type, payload);
    }

    /** Writes the event in the running transaction. */
    void tell(UUID memberId, String type, Map<String, ?> particulars) {
        Map<String, Object> payload = new TreeMap<>(particulars);
        payload.put("memberId", PublicId.MEMBER.format(memberId));
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

    /** {@code member}, {@code staff} or {@code program}, the word kept of who did something. */
    static String kind(Caller by) {
        return switch (by) {
            case Caller.SignedInMember member -> "member";
            case Caller.SignedInStaff staff -> "staff";
            case Caller.ApiClient client -> "client";
            case Caller.Stranger nobody -> "program";
        };
    }
}
