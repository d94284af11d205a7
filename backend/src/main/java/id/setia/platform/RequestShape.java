package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.JsonText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads bodies into records, strictly; of one that does not fit the caller learns every field at once. */
@Singleton
class RequestShape {

    private static final Set<String> KINDS =
            Set.of("text_expected", "number_expected", "whole_number_expected", "boolean_expected");
    private static final int MOST_ERRORS = 100;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_DIGITS = 20;

    private final JsonMapper mapper;
    private final ValueKinds kinds = new ValueKinds();

    RequestShape(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads a body. The value is read from the text, since a tree keeps no decimal digit for digit.
     *
     * @throws Problem when it is not one document, or for every field that does not fit
     */
    <T> T read(byte[] body, Argument<T> type) {
        JsonNode tree = JsonText.read(body).orElseThrow(() -> JsonText.refusal(body));
        T value;
        try {
            value = mapper.readValue(body, type);
        } catch (IOException unreadable) {
            Problem problem = problem(tree, type);
            throw problem.code() == ProblemCode.MALFORMED_REQUEST ? JsonText.refusal(body) : problem;
        }
        requireFitting(tree, type);
        return value;
    }

    /**
     * Reads a part of a body as strictly as a body.
     *
     * @throws Problem with pointers into the part
     */
    <T> T read(JsonNode tree, Argument<T> type) {
        T value;
        try {
            value = mapper.readValueFromTree(tree, type);
        } catch (IOException | RuntimeException unreadable) {
            throw problem(tree, type);
        }
        if (value == null) {
            throw problem(tree, type);
        }
        requireFitting(tree, type);
        return value;
    }

    private Problem problem(JsonNode tree, Argument<?> type) {
        List<FieldError> errors = new ArrayList<>();
        check(tree, type, "", errors);
        return errors.isEmpty() ? Problem.of(ProblemCode.MALFORMED_REQUEST) : Problem.invalid(errors);
    }

    /**
     * Refuses what could be read although something in it does not fit: the mapper makes 1 of 1.5 and of true, and lets a list
     * with an empty place and text pass that cannot be kept.
     */
    private void requireFitting(JsonNode tree, Argument<?> type) {
        if (kinds.fit(tree, type)) {
            return;
        }
        refuse(otherKinds(tree, type));
        Set<String> readLater = readLater(type);
        refuse(emptyItems(tree, readLater));
        refuse(unusableText(tree, readLater));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private List<FieldError> otherKinds(JsonNode tree, Argument<?> type) {
        List<FieldError> errors = new ArrayList<>();
        check(tree, type, "", errors);
        return errors.stream().filter(error -> KINDS.contains(error.code())).toList();
    }

    private static List<FieldError> emptyItems(JsonNode tree, Set<String> leftOut) {
        List<FieldError> errors = new ArrayList<>();
        collectEmptyItems(tree, "", leftOut, errors);
        return errors;
    }

    private static List<FieldError> unusableText(JsonNode tree, Set<String> leftOut) {
        List<FieldError> errors = new ArrayList<>();
        UnusableText.collect(tree, "", leftOut, errors);
        return errors;
    }

    /** The fields whose items the record takes as trees. */
    private static Set<String> readLater(Argument<?> type) {
        if (!type.getType().isRecord()) {
            return Set.of();
        }
        return BeanIntrospector.SHARED.findIntrospection(type.getType()).stream()
                .flatMap(record -> record.getBeanProperties().stream())
                .filter(property -> isListOfTrees(property.asArgument()))
                .map(BeanProperty::getName)
                .collect(Collectors.toSet());
    }

    private static boolean isListOfTrees(Argument<?> type) {
        return Collection.class.isAssignableFrom(type.getType())
                && type.getFirstTypeVariable().filter(item -> item.getType() == JsonNode.class).isPresent();
    }

    private static void collectEmptyItems(JsonNode node, String pointer, Set<String> leftOut, List<FieldError> errors) {
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                JsonNode item = node.get(index);
                expect(!item.isNull(), "required", pointer + "/" + index, errors);
                collectEmptyItems(item, pointer + "/" + index, Set.of(), errors);
            }
        } else if (node.isObject()) {
            node.entries().forEach(entry -> {
                if (!leftOut.contains(entry.getKey())) {
                    collectEmptyItems(entry.getValue(), pointer + "/" + escape(entry.getKey()), Set.of(), errors);
                }
            });
        }
    }

    private void check(JsonNode node, Argument<?> type, String pointer, List<FieldError> errors) {
        if (type.isOptional()) {
            check(node, type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT), pointer, errors);
        } else if (Collection.class.isAssignableFrom(type.getType())) {
            checkList(node, type, pointer, errors);
        } else if (Map.class.isAssignableFrom(type.getType())) {
            expect(node.isObject(), "object_expected", pointer, errors);
        } else {
            Optional<? extends BeanIntrospection<?>> introspection = BeanIntrospector.SHARED.findIntrospection(type.getType());
            if (introspection.isPresent() && type.getType().isRecord()) {
                checkRecord(node, introspection.get(), pointer, errors);
            } else {
                checkValue(node, type, pointer, errors);
            }
        }
    }

    private void checkList(JsonNode node, Argument<?> type, String pointer, List<FieldError> errors) {
        if (!node.isArray()) {
            expect(false, "list_expected", pointer, errors);
            return;
        }
        if (isListOfTrees(type)) {
            return;
        }
        Argument<?> items = type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
        for (int index = 0; index < node.size(); index++) {
            JsonNode item = node.get(index);
            if (item.isNull()) {
                expect(false, "required", pointer + "/" + index, errors);
            } else {
                check(item, items, pointer + "/" + index, errors);
            }
        }
    }

    private void checkRecord(JsonNode node, BeanIntrospection<?> record, String pointer, List<FieldError> errors) {
        if (!node.isObject()) {
            expect(false, "object_expected", pointer, errors);
            return;
        }
        Map<String, JsonNode> unknown = new HashMap<>();
        node.entries().forEach(entry -> unknown.put(entry.getKey(), entry.getValue()));
        for (BeanProperty<?, ?> property : record.getBeanProperties()) {
            JsonNode value = unknown.remove(property.getName());
            String place = pointer + "/" + property.getName();
            if (value == null || value.isNull()) {
                expect(isOptional(property), "required", place, errors);
            } else {
                check(value, property.asArgument(), place, errors);
            }
        }
        unknown.keySet().stream()
                .sorted()
                .forEach(name -> expect(false, "unknown_field", pointer + "/" + escape(name), errors));
    }

    private static boolean isOptional(BeanProperty<?, ?> property) {
        return property.isNullable()
                || property.asArgument().isOptional()
                || property.getAnnotationNames().stream().anyMatch(name -> name.endsWith(".Nullable"));
    }

    private void checkValue(JsonNode node, Argument<?> type, String pointer, List<FieldError> errors) {
        Class<?> kind = type.getType();
        if (CharSequence.class.isAssignableFrom(kind)) {
            expect(node.isString(), "text_expected", pointer, errors);
        } else if (kind == boolean.class || kind == Boolean.class) {
            expect(node.isBoolean(), "boolean_expected", pointer, errors);
        } else if (kind.isPrimitive() || Number.class.isAssignableFrom(kind)) {
            expect(node.isNumber() && isWhole(node, kind) && reads(node, type), numberCode(kind), pointer, errors);
        } else if (kind.isEnum()) {
            expect(node.isString() && reads(node, type), "value_unknown", pointer, errors, choices(kind));
        } else if (!reads(node, type)) {
            expect(false, timeCode(kind), pointer, errors);
        }
    }

    private static String numberCode(Class<?> kind) {
        return takesFractions(kind) ? "number_expected" : "whole_number_expected";
    }

    private static boolean isWhole(JsonNode node, Class<?> kind) {
        if (takesFractions(kind)) {
            return true;
        }
        if (node.getNumberValue() instanceof Double huge && !Double.isFinite(huge)) {
            return false;
        }
        BigDecimal value = node.getBigDecimalValue().stripTrailingZeros();
        int bits = kind == int.class || kind == Integer.class ? Integer.SIZE : Long.SIZE;
        return value.scale() <= 0 && value.precision() - value.scale() <= MOST_DIGITS && value.toBigInteger().bitLength() < bits;
    }

    private static boolean takesFractions(Class<?> kind) {
        return kind == double.class || kind == float.class || kind == Double.class || kind == BigDecimal.class;
    }

    private static String timeCode(Class<?> kind) {
        if (kind == LocalDate.class) {
            return "date_malformed";
        }
        return kind == Instant.class ? "time_malformed" : "value_malformed";
    }

    private String choices(Class<?> kind) {
        return String.join(", ", Arrays.stream(kind.getEnumConstants()).map(this::written).toList());
    }

    /** A constant as requests write it. */
    private String written(Object constant) {
        try {
            return mapper.writeValueToTree(constant).coerceStringValue();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private boolean reads(JsonNode node, Argument<?> type) {
        try {
            return mapper.readValueFromTree(node, type) != null;
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static void expect(boolean holds, String code, String pointer, List<FieldError> errors, Object... arguments) {
        if (!holds && errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pointer, code, List.of(arguments)));
        }
    }

    static String escape(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replace("~", "~0").replace("/", "~1");
    }
}
