package id.setia.platform;

import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees at a glance whether the values of a body are plainly of the kinds of their fields, text for text, numbers without a
 * point for whole numbers, with no empty place in a list and no {@link UnusableText}. What it is not sure of does not fit;
 * finding out what is wrong is left to who asks. Items that are read one by one are left to that.
 */
final class ValueKinds {

    private final Map<Class<?>, Map<String, Argument<?>>> records = new ConcurrentHashMap<>();

    boolean fit(JsonNode node, Argument<?> type) {
        if (node == null || node.isNull()) {
            return true;
        }
        Class<?> kind = type.getType();
        if (kind == String.class) {
            return isUsable(node);
        }
        if (kind.isRecord()) {
            return node.isObject() && fieldsFit(node, kind);
        }
        if (Collection.class.isAssignableFrom(kind)) {
            return itemsFit(node, type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT));
        }
        if (kind == Boolean.class || kind == boolean.class) {
            return node.isBoolean();
        }
        if (kind == Integer.class || kind == int.class) {
            return isWhole(node) && node.getLongValue() == node.getIntValue();
        }
        if (kind == Long.class || kind == long.class) {
            return isWhole(node);
        }
        return !kind.isPrimitive() && !Number.class.isAssignableFrom(kind) && !type.isOptional() && isPlain(node);
    }

    private static boolean isUsable(JsonNode text) {
        return text.isString() && !UnusableText.isIn(text.getStringValue());
    }

    /** Whether a value of any kind has no empty place in a list and no text that is of no use. */
    private static boolean isPlain(JsonNode node) {
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                JsonNode item = node.get(index);
                if (item == null || item.isNull() || !isPlain(item)) {
                    return false;
                }
            }
            return true;
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.entries()) {
                if (UnusableText.isIn(entry.getKey()) || !isPlain(entry.getValue())) {
                    return false;
                }
            }
            return true;
        }
        return !node.isString() || isUsable(node);
    }

    private boolean itemsFit(JsonNode node, Argument<?> items) {
        if (!node.isArray()) {
            return false;
        }
        if (items.getType() == JsonNode.class) {
            return true;
        }
        for (int index = 0; index < node.size(); index++) {
            JsonNode item = node.get(index);
            if (item == null || item.isNull() || !fit(item, items)) {
                return false;
            }
        }
        return true;
    }

    private boolean fieldsFit(JsonNode node, Class<?> kind) {
        Map<String, Argument<?>> fields = records.computeIfAbsent(kind, ValueKinds::fields);
        for (Map.Entry<String, JsonNode> entry : node.entries()) {
            Argument<?> field = fields.get(entry.getKey());
            if (field == null || !fit(entry.getValue(), field)) {
                return false;
            }
        }
        return true;
    }

    /** A number that is written without a point and without an exponent, of at most 18 digits. */
    private static boolean isWhole(JsonNode node) {
        return node.isNumber() && (node.getNumberValue() instanceof Integer || node.getNumberValue() instanceof Long);
    }

    private static Map<String, Argument<?>> fields(Class<?> kind) {
        Map<String, Argument<?>> fields = new HashMap<>();
        BeanIntrospector.SHARED.findIntrospection(kind).ifPresent(record -> {
            for (BeanProperty<?, ?> property : List.copyOf(record.getBeanProperties())) {
                fields.put(property.getName(), property.asArgument());
            }
        });
        return fields;
    }
}
