package id.setia.webhooks;

import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of what events tell, read off the records that describe it. */
final class EventSchemas {

    private EventSchemas() {}

    /** Names of the fields, in their order. */
    static List<String> fields(Class<?> data) {
        return Arrays.stream(data.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    static Map<String, Object> of(Class<?> data) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent field : data.getRecordComponents()) {
            properties.put(field.getName(), of(field));
            if (!field.getAccessor().isAnnotationPresent(Nullable.class)) {
                required.add(field.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", data.getAnnotation(Schema.class).description());
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> of(RecordComponent field) {
        Schema words = field.getAccessor().getAnnotation(Schema.class);
        Map<String, Object> schema = new LinkedHashMap<>();
        Class<?> type = field.getType();
        if (type == long.class || type == int.class) {
            schema.put("type", "integer");
            schema.put("format", type == long.class ? "int64" : "int32");
            schema.put("example", Long.valueOf(words.example()));
        } else if (type == boolean.class) {
            schema.put("type", "boolean");
            schema.put("example", Boolean.valueOf(words.example()));
        } else {
            schema.put("type", "string");
            schema.put("example", words.example());
        }
        if (type == Instant.class) {
            schema.put("format", "date-time");
        }
        schema.put("description", words.description());
        return schema;
    }
}
