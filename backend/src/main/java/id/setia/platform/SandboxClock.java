package id.setia.platform;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.SystemClock;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for moving a sandbox's business clock. */
@Singleton
class SandboxClock {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxClock.class);
    private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");
    private static final int MOST_DAYS = 800;
    private static final long ANSWER_WITHIN_SECONDS = 20;

    private final ClockMoves moves;
    private final PassingTime time;
    private final IdempotencyKeys requests;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final ProgramSettings settings;
    private final IdMaker ids;

    SandboxClock(
            ClockMoves moves,
            PassingTime time,
            IdempotencyKeys requests,
            AuditTrail audit,
            BusinessClock clock,
            SystemClock systemClock,
            ProgramSettings settings,
            IdMaker ids) {
        this.moves = moves;
        this.time = time;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.systemClock = systemClock;
        this.settings = settings;
        this.ids = ids;
    }

    /**
     * Moves the clock on and does what falls due; comes back when that is done, or after 20 seconds, while it goes on.
     *
     * @throws Problem {@code validation_failed}, {@code idempotency_key_missing}, {@code idempotency_key_reused}
     */
    ClockMove move(Caller by, Optional<String> key, MoveClockRequest request) {
        if ((request.to() == null) == (request.by() == null)) {
            throw Problem.invalid(
                    "/to", request.to() == null ? "exactly_one_of" : "only_one_of", "to, by");
        }
        UUID id = requests.once(
                        new IdempotencyKeys.Request(by, key, "clock_move", request), ids.next(), made -> begin(by, made, request))
                .resourceId();
        pass();
        return moves.find(id).orElseThrow();
    }

    private void begin(Caller by, UUID id, MoveClockRequest request) {
        Instant now = clock.now();
        Instant from = moves.unfinished().flatMap(unfinished -> moves.furthest()).filter(now::isBefore).orElse(now);
        Instant to = request.to() == null ? later(from, request.by()) : request.to().truncatedTo(ChronoUnit.MICROS);
        String pointer = request.to() == null ? "/by" : "/to";
        if (!to.isAfter(from)) {
            throw Problem.invalid(pointer, "clock_backwards", from);
        }
        Instant latest = from.plus(MOST_DAYS, ChronoUnit.DAYS);
        latest = latest.isAfter(LATEST) ? LATEST : latest;
        if (to.isAfter(latest)) {
            throw Problem.invalid(pointer, "clock_too_far", latest);
        }
        moves.add(new ClockMove(id, from, to, false), systemClock.now());
        audit.record(by, "sandbox.clock_moved", "clock_move", id, "to", to.toString());
    }

    /** Calendar days and months are counted in the programme's time zone. */
    private Instant later(Instant from, String by) {
        try {
            String[] parts = by.split("T", 2);
            ZonedDateTime moment = from.atZone(settings.current().timeZone());
            if (!parts[0].equals("P")) {
                moment = moment.plus(Period.parse(parts[0]));
            }
            return (parts.length > 1 ? moment.plus(Duration.parse("PT" + parts[1])) : moment).toInstant();
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw Problem.invalid("/by", "period_malformed");
        }
    }

    private void pass() {
        CompletableFuture<Void> passing = CompletableFuture.runAsync(time::goOn, Thread::startVirtualThread);
        try {
            passing.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException later) {
            LOG.info("The clock goes on moving after the answer");
        } catch (ExecutionException fault) {
            LOG.warn("The clock was not moved to the end; it is tried again", fault.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
