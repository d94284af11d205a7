package id.setia.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way to an endpoint; also the row.
 *
 * @param position of the event in the feed, 0 for a trial event
 * @param lane the member whose events go one after the other; of an event of nobody, the event itself
 * @param eventAt when the event was recorded
 * @param tries attempts in all
 * @param attempts attempts of this time, since it was last asked to be sent
 * @param nextAttemptAt while it waits
 * @param finishedAt when it no longer waited
 */
record Delivery(
        UUID id,
        UUID endpointId,
        long position,
        UUID eventId,
        UUID lane,
        EventType type,
        Instant eventAt,
        DeliveryState state,
        int tries,
        int attempts,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> finishedAt,
        Instant createdAt) {

    static Delivery waiting(UUID id, UUID endpointId, ToldEvent told, Instant now) {
        var event = told.at().event();
        return new Delivery(
                id, endpointId, told.at().position(), event.id(), event.memberId().orElse(event.id()), told.type(),
                event.recordedAt(), DeliveryState.WAITING, 0, 0, Optional.of(now), Optional.empty(), now);
    }

    static Delivery trial(UUID id, UUID endpointId, UUID eventId, Instant now) {
        return new Delivery(
                id, endpointId, 0, eventId, eventId, EventType.WEBHOOK_TEST, now, DeliveryState.WAITING, 0, 0,
                Optional.of(now), Optional.empty(), now);
    }

    /** After an attempt that was good, or the last. */
    Delivery finished(DeliveryState end, Instant now) {
        return new Delivery(
                id, endpointId, position, eventId, lane, type, eventAt, end, tries + 1, attempts + 1, Optional.empty(),
                Optional.of(now), createdAt);
    }

    /** After an attempt that was neither. */
    Delivery tried(Instant next) {
        return new Delivery(
                id, endpointId, position, eventId, lane, type, eventAt, DeliveryState.WAITING, tries + 1, attempts + 1,
                Optional.of(next), Optional.empty(), createdAt);
    }

    Delivery withdrawn(Instant now) {
        return new Delivery(
                id, endpointId, position, eventId, lane, type, eventAt, DeliveryState.WITHDRAWN, tries, attempts,
                Optional.empty(), Optional.of(now), createdAt);
    }

    /** From the beginning again. */
    Delivery again(Instant now) {
        return new Delivery(
                id, endpointId, position, eventId, lane, type, eventAt, DeliveryState.WAITING, tries, 0, Optional.of(now),
                Optional.empty(), createdAt);
    }

    boolean isTrial() {
        return position == 0;
    }
}
