package id.setia.webhooks;

import id.setia.kernel.Json;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What events tell, type by type: nothing leaves the house but the fields that stand in the type's schema. */
@Singleton
class EventPayloads {

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    private static final Map<EventType, List<String>> FIELDS = Arrays.stream(EventType.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    type -> EventSchemas.fields(type.data()),
                    (first, second) -> first,
                    () -> new EnumMap<>(EventType.class)));

    private final Json json;

    EventPayloads(Json json) {
        this.json = json;
    }

    /** All that a payload of the feed says. */
    Map<String, Object> read(String payload) {
        return json.read(payload, OBJECT);
    }

    /** What of it is told outside, in the order of the schema. */
    static Map<String, Object> told(EventType type, Map<String, Object> payload) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (String name : FIELDS.get(type)) {
            if (payload.get(name) != null) {
                told.put(name, payload.get(name));
            }
        }
        return told;
    }
}
