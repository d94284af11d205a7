package id.setia.webhooks;

import id.setia.kernel.Feed;
import id.setia.kernel.Json;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is sent: the event as the feed tells it over HTTP too. */
@Singleton
class WebhookMessages {

    private static final int VERSION = 1;

    private final Feed feed;
    private final ToldEvents told;
    private final EventVisibility visibility;
    private final Json json;

    WebhookMessages(Feed feed, ToldEvents told, EventVisibility visibility, Json json) {
        this.feed = feed;
        this.told = told;
        this.visibility = visibility;
        this.json = json;
    }

    /**
     * What is sent for a delivery.
     *
     * @param id of the message, the same each time it is sent
     */
    record Message(Delivery delivery, String id, byte[] body) {}

    /** The messages of deliveries, in their order; those whose event is no longer for the viewer are missing. */
    List<Message> of(Viewer viewer, List<Delivery> deliveries) {
        List<Long> positions =
                deliveries.stream().filter(delivery -> !delivery.isTrial()).map(Delivery::position).toList();
        Map<Long, ToldEvent> shown = visibility.shown(viewer, told.of(feed.at(positions), TypeFilter.ALL)).stream()
                .collect(Collectors.toMap(event -> event.at().position(), Function.identity()));
        return deliveries.stream()
                .filter(delivery -> delivery.isTrial() || shown.containsKey(delivery.position()))
                .map(delivery -> message(
                        delivery,
                        delivery.isTrial() ? trial(delivery) : told.response(shown.get(delivery.position()))))
                .toList();
    }

    private Message message(Delivery delivery, EventResponse event) {
        return new Message(delivery, event.id(), json.write(event).getBytes(StandardCharsets.UTF_8));
    }

    private static EventResponse trial(Delivery delivery) {
        return new EventResponse(
                PublicId.EVENT.format(delivery.eventId()),
                delivery.type().value(),
                VERSION,
                delivery.eventAt(),
                delivery.eventAt(),
                0,
                null,
                null,
                Map.of("webhookEndpointId", PublicId.WEBHOOK_ENDPOINT.format(delivery.endpointId())));
    }
}
