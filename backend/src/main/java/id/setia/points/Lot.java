package id.setia.points;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Earned points with one expiry date: an immutable grant and what is left of it by state. */
final class Lot {

    private final UUID id;
    private final UUID transactionId;
    private final UUID sourceId;
    private final long points;
    private final LotState firstState;
    private final UUID funderId;
    private final Instant earnedAt;
    private final Optional<Instant> waitsUntil;
    private final Optional<UUID> predecessorId;
    private final boolean grace;
    private final int inactivityMonths;
    private final boolean awaitsConfirmation;
    private final boolean awaitsReview;
    private final Map<LotState, Long> remainders = new EnumMap<>(LotState.class);
    private Optional<Instant> expiresAt;
    private int expiries;

    Lot(
            UUID id,
            UUID transactionId,
            UUID sourceId,
            long points,
            LotState firstState,
            UUID funderId,
            Instant earnedAt,
            Optional<Instant> expiresAt,
            Optional<Instant> waitsUntil,
            Optional<UUID> predecessorId,
            boolean grace,
            int inactivityMonths,
            boolean awaitsConfirmation,
            boolean awaitsReview,
            Map<LotState, Long> remainders,
            int expiries) {
        this.id = id;
        this.transactionId = transactionId;
        this.sourceId = sourceId;
        this.points = points;
        this.firstState = firstState;
        this.funderId = funderId;
        this.earnedAt = earnedAt;
        this.expiresAt = expiresAt;
        this.waitsUntil = waitsUntil;
        this.predecessorId = predecessorId;
        this.grace = grace;
        this.inactivityMonths = inactivityMonths;
        this.awaitsConfirmation = awaitsConfirmation;
        this.awaitsReview = awaitsReview;
        this.remainders.putAll(remainders);
        this.expiries = expiries;
    }

    static Lot granted(UUID id, UUID transactionId, UUID sourceId, Instant earnedAt, Grant grant) {
        boolean waits = grant.underReview() || grant.awaitsConfirmation() || grant.releasesAt().isPresent();
        LotState first = waits ? LotState.PENDING : LotState.AVAILABLE;
        return new Lot(
                id,
                transactionId,
                sourceId,
                grant.points(),
                first,
                grant.funderId(),
                earnedAt,
                grant.expiresAt(),
                grant.awaitsConfirmation() ? Optional.empty() : grant.releasesAt(),
                Optional.empty(),
                false,
                grant.inactivityMonths(),
                grant.awaitsConfirmation(),
                grant.underReview(),
                Map.of(first, grant.points()),
                0);
    }

    /**
     * The lot another member gets for what is left of this one in all its states together, lapsed points too: of the same
     * source and funder, earned when this one was, with its dates. It is granted as pending where nothing but pending
     * points are alive, else as available; what stands elsewhere is moved there by the same transaction.
     */
    Lot successor(UUID successorId, UUID transaction) {
        LotState first = in(LotState.PENDING) > 0 && in(LotState.AVAILABLE) + in(LotState.HELD) == 0
                ? LotState.PENDING
                : LotState.AVAILABLE;
        long left = left();
        return new Lot(
                successorId,
                transaction,
                sourceId,
                left,
                first,
                funderId,
                earnedAt,
                fixedExpiry(),
                waitsUntil,
                Optional.of(id),
                grace,
                inactivityMonths,
                awaitsConfirmation,
                awaitsReview,
                Map.of(first, left),
                0);
    }

    /** What is pending of this lot once somebody looked at it, its waiting time not over: a lot that waits for that alone. */
    Lot lookedAt(UUID successorId, UUID newTransactionId) {
        long waiting = in(LotState.PENDING);
        return new Lot(
                successorId,
                newTransactionId,
                sourceId,
                waiting,
                LotState.PENDING,
                funderId,
                earnedAt,
                fixedExpiry(),
                waitsUntil,
                Optional.of(id),
                grace,
                inactivityMonths,
                false,
                false,
                Map.of(LotState.PENDING, waiting),
                0);
    }

    /** What is left in all states together. */
    long left() {
        return remainders.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Points of this lot that come back to whom its member lives on as: a lot of their own, with the same dates. */
    Lot goingOn(UUID successorId, UUID newTransactionId, long someOfThem) {
        return new Lot(
                successorId,
                newTransactionId,
                sourceId,
                someOfThem,
                LotState.AVAILABLE,
                funderId,
                earnedAt,
                fixedExpiry(),
                Optional.empty(),
                Optional.of(id),
                grace,
                inactivityMonths,
                false,
                false,
                Map.of(LotState.AVAILABLE, someOfThem),
                0);
    }

    /** Points of this lot that come back after it expired: a lot of their own, the same but for its date. */
    Lot withGrace(UUID successorId, UUID newTransactionId, long someOfThem, Instant until) {
        return new Lot(
                successorId,
                newTransactionId,
                sourceId,
                someOfThem,
                LotState.AVAILABLE,
                funderId,
                earnedAt,
                Optional.of(until),
                Optional.empty(),
                Optional.of(id),
                true,
                0,
                false,
                false,
                Map.of(LotState.AVAILABLE, someOfThem),
                0);
    }

    long in(LotState state) {
        return remainders.getOrDefault(state, 0L);
    }

    void change(LotState state, long amount) {
        long left = in(state) + amount;
        if (left < 0) {
            throw new IllegalStateException("lot " + id + " would hold " + left + " points " + state.value());
        }
        remainders.put(state, left);
    }

    void countExpiry() {
        expiries++;
    }

    /** Moves the expiry of a lot that lapses by inactivity to where the last activity puts it; others keep theirs. */
    void activeAt(Optional<Instant> lastActivity, ZoneId programZone) {
        if (inactivityMonths > 0) {
            expiresAt = Optional.of(Inactivity.end(earnedAt, lastActivity, inactivityMonths, programZone));
        }
    }

    /** Whether some of it waits for somebody to look at it, whatever its date. */
    boolean underReview() {
        return in(LotState.PENDING) > 0 && releasesAt().isEmpty();
    }

    /** Whether any of it can still move by itself or be spent. */
    boolean open() {
        return in(LotState.AVAILABLE) > 0 || in(LotState.PENDING) > 0 || in(LotState.HELD) > 0;
    }

    /** The next moment something happens to it by itself: a release, or the expiry of what is not held. */
    Optional<Instant> dueAt() {
        Optional<Instant> release = in(LotState.PENDING) > 0 ? releasesAt() : Optional.empty();
        Optional<Instant> expiry =
                in(LotState.PENDING) > 0 || in(LotState.AVAILABLE) > 0 ? expiresAt : Optional.empty();
        if (release.isPresent() && expiry.isPresent()) {
            return release.get().isBefore(expiry.get()) ? release : expiry;
        }
        return release.or(() -> expiry);
    }

    /** Whether what is due at that moment is its expiry; a release at the same moment comes too late. */
    boolean expiresBy(Instant moment) {
        return expiresAt.isPresent() && !expiresAt.get().isAfter(moment);
    }

    UUID id() {
        return id;
    }

    UUID transactionId() {
        return transactionId;
    }

    UUID sourceId() {
        return sourceId;
    }

    long points() {
        return points;
    }

    LotState firstState() {
        return firstState;
    }

    UUID funderId() {
        return funderId;
    }

    Instant earnedAt() {
        return earnedAt;
    }

    /** The date it was granted with; none when activity decides, which is kept nowhere. */
    Optional<Instant> fixedExpiry() {
        return inactivityMonths > 0 ? Optional.empty() : expiresAt;
    }

    Optional<Instant> expiresAt() {
        return expiresAt;
    }

    /** The moment its waiting time is over; empty when it has none. */
    Optional<Instant> waitsUntil() {
        return waitsUntil;
    }

    /** The moment it becomes available by itself; empty when never, since somebody has to look at it first. */
    Optional<Instant> releasesAt() {
        return awaitsReview ? Optional.empty() : waitsUntil;
    }

    /** The lot whose points these are, where they had one before: of the same member, or of one merged into them. */
    Optional<UUID> predecessorId() {
        return predecessorId;
    }

    /** Whether its date is the end of the grace given to points that came back after they had expired. */
    boolean grace() {
        return grace;
    }

    /** After how many months without activity it lapses; 0 when activity does not count. */
    int inactivityMonths() {
        return inactivityMonths;
    }

    boolean awaitsConfirmation() {
        return awaitsConfirmation;
    }

    /** Whether its points were given on condition that somebody looks at them. */
    boolean awaitsReview() {
        return awaitsReview;
    }

    int expiries() {
        return expiries;
    }
}
