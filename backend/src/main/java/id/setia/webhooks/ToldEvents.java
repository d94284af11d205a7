package id.setia.webhooks;

import id.setia.kernel.Event;
import id.setia.kernel.FeedEvent;
import id.setia.kernel.PublicId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Events of the feed made ready to be told, and how they are told. */
@Singleton
class ToldEvents {

    private final EventPayloads payloads;

    ToldEvents(EventPayloads payloads) {
        this.payloads = payloads;
    }

    /** Those of the events that are told outside at all. */
    List<ToldEvent> of(List<FeedEvent> events, TypeFilter filter) {
        return events.stream().flatMap(event -> of(event, filter).stream()).toList();
    }

    private Optional<ToldEvent> of(FeedEvent event, TypeFilter filter) {
        return EventType.of(event.event().type())
                .filter(filter::accepts)
                .map(type -> new ToldEvent(event, type, payloads.read(event.event().payload())));
    }

    EventResponse response(ToldEvent told) {
        Event event = told.at().event();
        return new EventResponse(
                PublicId.EVENT.format(event.id()),
                told.type().value(),
                event.version(),
                event.occurredAt(),
                event.recordedAt(),
                told.at().position(),
                event.memberId().map(PublicId.MEMBER::format).orElse(null),
                event.memberSeq() == 0 ? null : event.memberSeq(),
                EventPayloads.told(told.type(), told.payload()));
    }
}
