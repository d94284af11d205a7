package id.setia.posting;

import id.setia.access.Caller;
import id.setia.earning.EventLimit;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.RuleVersion;
import id.setia.earning.Trigger;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.members.MemberReference;
import id.setia.points.Source;
import id.setia.points.TransactionKind;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door for events that partners' systems tell of: each has one effect, and each rule its limit per member. */
@Singleton
class MemberEvents {

    private static final Duration LATE = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final EventPoints events;
    private final ActLine line;
    private final MemberLookup members;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final Judgements judgements;

    MemberEvents(
            EventPoints events,
            ActLine line,
            MemberLookup members,
            ProgramSettings settings,
            BusinessClock clock,
            IdMaker ids,
            Judgements judgements) {
        this.events = events;
        this.line = line;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.judgements = judgements;
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
        return line.perform(
                telling(receiver, new MemberEventRows.Key(request.code(), by.partnerId(), ByteBuffer.wrap(key)), occurredAt));
    }

    PointsAct<Told> telling(UUID receiver, MemberEventRows.Key key, Instant occurredAt) {
        List<RuleVersion> versions = events.inForce(Trigger.CUSTOM, occurredAt).stream()
                .filter(version -> version.definition().event().code().equals(key.code()))
                .toList();
        Set<UUID> limited = versions.stream()
                .filter(version -> version.definition().event().limit() != EventLimit.EACH_TIME)
                .map(RuleVersion::ruleId)
                .collect(Collectors.toSet());
        return PointsAct.of(receiver, desk -> {
                    UUID memberId = desk.ledger().survivor(receiver);
                    Optional<MemberEvent> before = desk.events().find(memberId, key);
                    return before.isPresent()
                            ? new Told(before.get(), true)
                            : new Told(happened(desk, memberId, key, versions, occurredAt), false);
                })
                .needing(new PointsAct.Telling(key, limited));
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
            ActDesk desk, UUID memberId, MemberEventRows.Key key, List<RuleVersion> versions, Instant occurredAt) {
        UUID id = ids.next();
        LocalDate day = settings.current().dateOf(desk.now());
        List<RuleVersion> giving = versions.stream()
                .filter(version -> mayGive(desk, memberId, version, day))
                .toList();
        Optional<Judgement> judgement = events.give(
                desk.ledger(),
                new EventPoints.Occurrence(
                        memberId, TransactionKind.EVENT_BONUS, "event:" + id, new Source("event", id), key.code(),
                        occurredAt),
                giving);
        MemberEvent event = new MemberEvent(
                id, memberId, key.code(), key.partnerId(), key.key().array(), occurredAt, desk.now(),
                judgement.map(Judgement::points).orElse(0L), judgement.map(judgements::write).orElse(""));
        desk.events().add(desk.batch(), event, giving.stream().map(RuleVersion::ruleId).toList(), day);
        return event;
    }

    private static boolean mayGive(ActDesk desk, UUID memberId, RuleVersion version, LocalDate day) {
        Optional<LocalDate> last = desk.events().lastGiven(memberId, version.ruleId());
        return switch (version.definition().event().limit()) {
            case EACH_TIME -> true;
            case ONCE_A_DAY -> last.filter(day::equals).isEmpty();
            case ONCE -> last.isEmpty();
        };
    }
}
