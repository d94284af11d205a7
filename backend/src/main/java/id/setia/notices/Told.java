package id.setia.notices;

import static java.util.Map.entry;

import id.setia.kernel.Event;
import id.setia.kernel.Json;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.points.AvailableAfter;
import id.setia.points.PointsLedger;
import id.setia.tiers.Ladder;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** What an event of the feed means to the member it happened to; nothing where they need not be told. */
@Singleton
class Told {

    /** What happened longer ago than this before it was recorded is history, of which nobody is told. */
    private static final Duration HISTORY = Duration.ofDays(45);

    private static final Duration JOINING = Duration.ofMinutes(10);

    private static final Map<String, PointsTeller> MOVES_POINTS = Map.ofEntries(
            entry("purchase.posted", Told::earned),
            entry("purchase.attached", (balance, payload) -> some(NoticeKind.RECEIPT_ATTACHED, purchase(balance, payload))),
            entry("purchase.moved", (balance, payload) -> some(moved(payload), purchase(balance, payload))),
            entry("purchase.detached", (balance, payload) -> some(NoticeKind.RECEIPT_DETACHED, purchase(balance, payload))),
            entry(
                    "points.earned",
                    (balance, payload) ->
                            some(points(payload, "points") > 0, NoticeKind.BONUS_EARNED, moved(balance, payload))),
            entry(
                    "points.pended",
                    (balance, payload) -> Optional.of(
                            new Tiding(NoticeKind.POINTS_PENDED, moved(balance, payload), ofPurchase(payload)))),
            entry(
                    "points.released",
                    (balance, payload) ->
                            some(points(payload, "points") > 0, NoticeKind.POINTS_RELEASED, moved(balance, payload))),
            entry("points.withdrawn", (balance, payload) -> some(NoticeKind.POINTS_WITHDRAWN, moved(balance, payload))),
            entry(
                    "points.adjusted",
                    (balance, payload) -> some(
                            points(payload, "points") < 0 ? NoticeKind.POINTS_TAKEN : NoticeKind.POINTS_ADDED,
                            moved(balance, payload))),
            entry("refund.posted", Told::refund));

    private static final Map<String, Teller> CHANGES_MEMBERSHIP = Map.ofEntries(
            entry("tier.changed", (told, heard) -> told.tier(heard.payload())),
            entry(
                    "session.opened",
                    (told, heard) -> some(
                            Boolean.TRUE.equals(heard.payload().get("newDevice"))
                                    && !told.isJoining(heard.event(), heard.member()),
                            NoticeKind.NEW_SIGN_IN,
                            Figures.at(heard.event().occurredAt()))),
            entry(
                    "member.contact_changed",
                    (told, heard) -> some(
                            "phone".equals(heard.payload().get("kind"))
                                    ? NoticeKind.PHONE_CHANGED
                                    : NoticeKind.EMAIL_CHANGED,
                            Figures.at(heard.event().occurredAt()))),
            entry("member.number_released", then(NoticeKind.NUMBER_RELEASED)),
            entry("member.frozen", then(NoticeKind.MEMBER_FROZEN)),
            entry("member.unfrozen", then(NoticeKind.MEMBER_UNFROZEN)),
            entry(
                    "member.closing",
                    (told, heard) -> some(
                            NoticeKind.CLOSING_ASKED, Figures.at(moment(heard.payload(), "finalAt", heard.event())))),
            entry("member.kept", (told, heard) -> some(NoticeKind.CLOSING_TAKEN_BACK, Figures.NONE)),
            entry("member.spending_locked", then(NoticeKind.SPENDING_LOCKED)),
            entry("card.added", then(NoticeKind.CARD_ADDED)),
            entry("card.blocked", then(NoticeKind.CARD_BLOCKED)),
            entry("card.replaced", then(NoticeKind.CARD_REPLACED)),
            entry("case.answered", then(NoticeKind.CASE_ANSWERED)));

    private static final Argument<Map<String, Object>> PAYLOAD = Argument.mapOf(String.class, Object.class);

    private final Json json;
    private final AvailableAfter availableAfter;
    private final PointsLedger ledger;
    private final TierLadder ladder;
    private final MemberRegistry members;

    Told(
            Json json,
            AvailableAfter availableAfter,
            PointsLedger ledger,
            TierLadder ladder,
            MemberRegistry members) {
        this.json = json;
        this.availableAfter = availableAfter;
        this.ledger = ledger;
        this.ladder = ladder;
        this.members = members;
    }

    /**
     * A kind and its figures.
     *
     * @param source what several events may tell of, of which the first is told; empty where it is the event itself
     * @param inTheMorning whether it is told at 09:00 where the member is
     */
    record Tiding(NoticeKind kind, Figures figures, Optional<String> source, boolean inTheMorning) {

        Tiding(NoticeKind kind, Figures figures, Optional<String> source) {
            this(kind, figures, source, false);
        }
    }

    /**
     * An event of somebody who is to be told of it.
     *
     * @param member the one they live on as, where they were merged
     */
    private record Heard(Event event, FoundMember member, Map<String, Object> payload) {

        /** Where it moved points. */
        Optional<AvailableAfter.Place> place() {
            return MOVES_POINTS.containsKey(event.type())
                            && event.memberSeq() > 0
                            && event.memberId().filter(member.id()::equals).isPresent()
                    ? Optional.of(new AvailableAfter.Place(member.id(), event.memberSeq()))
                    : Optional.empty();
        }
    }

    /** Tells of an event that moves points, with the balance after it. */
    private interface PointsTeller {
        Optional<Tiding> tell(LongSupplier balance, Map<String, Object> payload);
    }

    /** Tells of any other. */
    private interface Teller {
        Optional<Tiding> tell(Told told, Heard heard);
    }

    /** Tells of it with the moment at which it happened. */
    private static Teller then(NoticeKind kind) {
        return (told, heard) -> some(kind, Figures.at(heard.event().occurredAt()));
    }

    /** Whether members are told of events of a type. */
    static boolean isTold(String type) {
        return MOVES_POINTS.containsKey(type) || CHANGES_MEMBERSHIP.containsKey(type);
    }

    /** What members are to be told of events, by the events' ids; reads their balances all at once. */
    Map<UUID, Tiding> of(List<Event> events, Map<UUID, FoundMember> members) {
        List<Heard> heard = events.stream()
                .filter(event -> isTold(event.type()))
                .filter(event -> !event.occurredAt().isBefore(event.recordedAt().minus(HISTORY)))
                .flatMap(event -> event.memberId().map(members::get).stream()
                        .filter(Told::isToBeTold)
                        .map(member -> new Heard(event, member, json.read(event.payload(), PAYLOAD))))
                .toList();
        Map<AvailableAfter.Place, Instant> places = new HashMap<>();
        heard.forEach(one -> one.place()
                .ifPresent(place -> places.merge(place, one.event().recordedAt(), (first, later) -> first)));
        Map<AvailableAfter.Place, Long> available = availableAfter.of(places);
        Map<UUID, Tiding> tidings = new HashMap<>();
        heard.forEach(one -> of(one, available).ifPresent(tiding -> tidings.put(one.event().id(), tiding)));
        return tidings;
    }

    private Optional<Tiding> of(Heard heard, Map<AvailableAfter.Place, Long> available) {
        PointsTeller ofPoints = MOVES_POINTS.get(heard.event().type());
        if (ofPoints == null) {
            return CHANGES_MEMBERSHIP.get(heard.event().type()).tell(this, heard);
        }
        LongSupplier balance = () -> heard.place()
                .map(available::get)
                .orElseGet(() -> ledger.balance(heard.member().id()).available());
        return ofPoints.tell(balance, heard.payload());
    }

    /** Who has not claimed their membership is told by the claim message alone; who has left, of nothing. */
    static boolean isToBeTold(FoundMember member) {
        return switch (member.state()) {
            case ACTIVE, FROZEN -> true;
            case UNCLAIMED, CLOSED, MERGED, ERASED -> false;
        };
    }

    /** Whoever has just joined knows that they signed in. */
    private boolean isJoining(Event event, FoundMember member) {
        return Optional.ofNullable(members.joinedAt(List.of(member.id())).get(member.id()))
                .filter(joined -> joined.isAfter(event.occurredAt().minus(JOINING)))
                .isPresent();
    }

    private static Optional<Tiding> some(NoticeKind kind, Figures figures) {
        return Optional.of(new Tiding(kind, figures, Optional.empty()));
    }

    private static Optional<Tiding> some(boolean wanted, NoticeKind kind, Figures figures) {
        return wanted ? some(kind, figures) : Optional.empty();
    }

    /** Points that wait for a check were told of as such by the event before. */
    private static Optional<Tiding> earned(LongSupplier balance, Map<String, Object> payload) {
        return points(payload, "points") > 0
                ? Optional.of(new Tiding(
                        NoticeKind.POINTS_EARNED, purchase(balance, payload), ofPurchase(payload)))
                : Optional.empty();
    }

    private static Optional<String> ofPurchase(Map<String, Object> payload) {
        return Optional.ofNullable(payload.get("purchaseId")).map(purchase -> "purchase:" + purchase);
    }

    /** From a member the points go, to the other they come; where there were none, only the receipt moved. */
    private static NoticeKind moved(Map<String, Object> payload) {
        long points = points(payload, "points");
        if (points == 0) {
            return NoticeKind.RECEIPT_MOVED;
        }
        return points < 0 ? NoticeKind.RECEIPT_DETACHED : NoticeKind.RECEIPT_ATTACHED;
    }

    private static Figures purchase(LongSupplier balance, Map<String, Object> payload) {
        return moved(balance, payload).in(payload.get("storeId") instanceof String store ? store : null);
    }

    /** The balance is that right after the event where it moved points, so that notices in a row each tell their own. */
    private static Figures moved(LongSupplier balance, Map<String, Object> payload) {
        return Figures.points(Math.abs(points(payload, "points")), balance.getAsLong());
    }

    private static Optional<Tiding> refund(LongSupplier balance, Map<String, Object> payload) {
        long taken = points(payload, "pointsTakenBack");
        return some(
                taken > 0 ? NoticeKind.REFUND_TAKEN : NoticeKind.REFUND_NOTED,
                Figures.points(taken, balance.getAsLong()));
    }

    private Optional<Tiding> tier(Map<String, Object> payload) {
        Ladder tiers = ladder.current();
        Optional<Tier> from = tiers.known(String.valueOf(payload.get("from")));
        Optional<Tier> to = tiers.known(String.valueOf(payload.get("to")));
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return Optional.empty();
        }
        Figures figures = new Figures(null, null, null, to.get().code(), null);
        return Optional.of(new Tiding(
                to.get().rank() > from.get().rank() ? NoticeKind.TIER_RAISED : NoticeKind.TIER_LOWERED,
                figures,
                Optional.empty(),
                "run".equals(payload.get("cause"))));
    }

    private static long points(Map<String, Object> payload, String name) {
        return payload.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Instant moment(Map<String, Object> payload, String name, Event event) {
        try {
            return Instant.parse(String.valueOf(payload.get(name)));
        } catch (DateTimeParseException unreadable) {
            return event.occurredAt();
        }
    }
}
