package id.setia.notices;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/** What an event of the feed means to the member it happened to; nothing where they need not be told. */
@Singleton
class Told {

    /** What happened longer ago than this before it was recorded is history, of which nobody is told. */
    private static final Duration HISTORY = Duration.ofDays(45);

    private static final Duration JOINING = Duration.ofMinutes(10);

    private static final Set<String> MOVES_POINTS = Set.of(
            "purchase.posted", "purchase.attached", "purchase.moved", "purchase.detached", "points.earned", "points.pended",
            "points.released", "points.withdrawn", "points.adjusted", "refund.posted");

    private static final Set<String> CHANGES_MEMBERSHIP = Set.of(
            "tier.changed", "session.opened", "member.contact_changed", "member.number_released", "member.frozen",
            "member.unfrozen", "member.closing", "member.kept", "member.spending_locked", "card.added", "card.blocked",
            "card.replaced", "case.answered");

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
            return MOVES_POINTS.contains(event.type())
                            && event.memberSeq() > 0
                            && event.memberId().filter(member.id()::equals).isPresent()
                    ? Optional.of(new AvailableAfter.Place(member.id(), event.memberSeq()))
                    : Optional.empty();
        }
    }

    /** Whether members are told of events of a type. */
    static boolean isTold(String type) {
        return MOVES_POINTS.contains(type) || CHANGES_MEMBERSHIP.contains(type);
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
        Event event = heard.event();
        FoundMember member = heard.member();
        Map<String, Object> payload = heard.payload();
        LongSupplier balance = () ->
                heard.place().map(available::get).orElseGet(() -> ledger.balance(member.id()).available());
        return switch (event.type()) {
            case "purchase.posted" -> earned(balance, payload);
            case "purchase.attached" -> some(NoticeKind.RECEIPT_ATTACHED, purchase(balance, payload));
            case "purchase.moved" -> some(moved(payload), purchase(balance, payload));
            case "purchase.detached" -> some(NoticeKind.RECEIPT_DETACHED, purchase(balance, payload));
            case "points.earned" -> some(points(payload, "points") > 0, NoticeKind.BONUS_EARNED, moved(balance, payload));
            case "points.pended" -> Optional.of(
                    new Tiding(NoticeKind.POINTS_PENDED, moved(balance, payload), ofPurchase(payload)));
            case "points.released" -> some(
                    points(payload, "points") > 0, NoticeKind.POINTS_RELEASED, moved(balance, payload));
            case "points.withdrawn" -> some(NoticeKind.POINTS_WITHDRAWN, moved(balance, payload));
            case "points.adjusted" -> some(
                    points(payload, "points") < 0 ? NoticeKind.POINTS_TAKEN : NoticeKind.POINTS_ADDED,
                    moved(balance, payload));
            case "refund.posted" -> refund(balance, payload);
            case "tier.changed" -> tier(payload);
            case "session.opened" -> some(
                    Boolean.TRUE.equals(payload.get("newDevice")) && !isJoining(event, member),
                    NoticeKind.NEW_SIGN_IN,
                    Figures.at(event.occurredAt()));
            case "member.contact_changed" -> some(
                    "phone".equals(payload.get("kind")) ? NoticeKind.PHONE_CHANGED : NoticeKind.EMAIL_CHANGED,
                    Figures.at(event.occurredAt()));
            case "member.number_released" -> some(NoticeKind.NUMBER_RELEASED, Figures.at(event.occurredAt()));
            case "member.frozen" -> some(NoticeKind.MEMBER_FROZEN, Figures.at(event.occurredAt()));
            case "member.unfrozen" -> some(NoticeKind.MEMBER_UNFROZEN, Figures.at(event.occurredAt()));
            case "member.closing" -> some(NoticeKind.CLOSING_ASKED, Figures.at(moment(payload, "finalAt", event)));
            case "case.answered" -> some(NoticeKind.CASE_ANSWERED, Figures.at(event.occurredAt()));
            case "member.kept" -> some(NoticeKind.CLOSING_TAKEN_BACK, Figures.NONE);
            case "card.added" -> some(NoticeKind.CARD_ADDED, Figures.at(event.occurredAt()));
            case "card.blocked" -> some(NoticeKind.CARD_BLOCKED, Figures.at(event.occurredAt()));
            case "member.spending_locked" -> some(NoticeKind.SPENDING_LOCKED, Figures.at(event.occurredAt()));
            case "card.replaced" -> some(NoticeKind.CARD_REPLACED, Figures.at(event.occurredAt()));
            default -> Optional.empty();
        };
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
