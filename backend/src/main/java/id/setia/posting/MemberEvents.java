package id.setia.posting;

import id.setia.access.Caller;
import id.setia.earning.EventCondition;
import id.setia.earning.Judgement;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.MemberMerges;
import id.setia.members.MemberReference;
import id.setia.points.LedgerSession;
import id.setia.points.PointsLedger;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for events that partners' systems tell of: each has one effect, and each rule its limit per member. */
@Singleton
class MemberEvents {

    private static final Duration LATE = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final MemberEventRows rows;
    private final EventPoints events;
    private final PointsLedger points;
    private final MemberLookup members;
    private final MemberMerges merges;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Json json;

    MemberEvents(
            MemberEventRows rows,
            EventPoints events,
            PointsLedger points,
            MemberLookup members,
            MemberMerges merges,
            ProgramSettings settings,
            BusinessClock clock,
            IdMaker ids,
            Json json) {
        this.rows = rows;
        this.events = events;
        this.points = points;
        this.members = members;
        this.merges = merges;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    /** An event and whether it had been told of before. */
    record Told(MemberEvent event, boolean replayed) {}

    /**
     * Takes an event down and gives what rules give for it.
     *
     * @throws Problem {@code idempotency_key_missing}, {@code member_not_found}, {@code validation_failed}
     */
    Told tell(Caller.ApiClient by, UUID memberId, Optional<String> header, TellEventRequest request) {
        byte[] key = Optional.ofNullable(request.key())
                .or(() -> header)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING));
        if (key.length > 100) {
            throw Problem.invalid("/key", "size", 1, 100);
        }
        Instant occurredAt = moment(request.occurredAt());
        UUID receiver = members.receiver(MemberReference.memberId(memberId));
        return points.postAgain(session -> {
            session.lock(Set.of(receiver));
            List<UUID> family = merges.family(session.survivor(receiver));
            Optional<MemberEvent> before =
                    rows.find(session.connection(), family, request.code(), by.partnerId(), key);
            return before.isPresent()
                    ? new Told(before.get(), true)
                    : new Told(happened(session, by, family, request.code(), key, occurredAt), false);
        });
    }

    private Instant moment(Instant asked) {
        Instant now = clock.now();
        if (asked == null) {
            return now;
        }
        if (asked.isBefore(now.minus(LATE)) || asked.isAfter(now.plus(AHEAD))) {
            throw Problem.invalid("/occurredAt", "time_out_of_range", now.minus(LATE), now.plus(AHEAD));
        }
        return asked.truncatedTo(ChronoUnit.MICROS);
    }

    private MemberEvent happened(
            LedgerSession session, Caller.ApiClient by, List<UUID> family, String code, byte[] key, Instant occurredAt)
            throws SQLException {
        UUID id = ids.next();
        UUID memberId = family.getFirst();
        LocalDate day = settings.current().dateOf(session.now());
        List<RuleVersion> giving = giving(session, family, code, occurredAt, day);
        Optional<Judgement> judgement = events.give(
                session,
                new EventPoints.Occurrence(
                        memberId, TransactionKind.EVENT_BONUS, "event:" + id, new Source("event", id), code, occurredAt),
                giving);
        MemberEvent event = new MemberEvent(
                id, memberId, code, by.partnerId(), key, occurredAt, session.now(),
                judgement.map(Judgement::points).orElse(0L), judgement.map(json::write).orElse(""));
        rows.insert(session.connection(), event);
        for (RuleVersion version : giving) {
            rows.insertGrant(session.connection(), event, version.ruleId(), day);
        }
        return event;
    }

    private List<RuleVersion> giving(
            LedgerSession session, List<UUID> family, String code, Instant occurredAt, LocalDate day)
            throws SQLException {
        List<RuleVersion> giving = new ArrayList<>();
        for (RuleVersion version : events.inForce(Trigger.CUSTOM, occurredAt)) {
            EventCondition event = version.definition().event();
            if (event.code().equals(code) && mayGive(session, family, version.ruleId(), event, day)) {
                giving.add(version);
            }
        }
        return giving;
    }

    private boolean mayGive(LedgerSession session, List<UUID> family, UUID ruleId, EventCondition event, LocalDate day)
            throws SQLException {
        return switch (event.limit()) {
            case EACH_TIME -> true;
            case ONCE_A_DAY -> rows.grants(session.connection(), family, ruleId, Optional.of(day)) == 0;
            case ONCE -> rows.grants(session.connection(), family, ruleId, Optional.empty()) == 0;
        };
    }
}
