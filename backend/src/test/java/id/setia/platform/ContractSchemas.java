package id.setia.platform;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Checks JSON against the schemas of the contract: the part of OpenAPI 3.0 that the contract uses, and stricter than it in one
 * thing: a field that is not described is a mistake. The usual libraries copy every schema that is referred to into each that
 * refers to it, which takes minutes with a contract of this size.
 */
final class ContractSchemas {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final Map<String, Object> schemas;

    ContractSchemas(Map<String, Object> contract) {
        this.schemas = Tree.map(Tree.map(contract.get("components")).get("schemas"));
    }

    /** Adds what is wrong with the value at the place. */
    void check(Map<String, Object> schema, JsonNode value, String place, List<String> complaints) {
        if (schema.containsKey("$ref")) {
            String reference = String.valueOf(schema.get("$ref"));
            check(Tree.map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1))), value, place, complaints);
            return;
        }
        Tree.list(schema.get("allOf")).forEach(part -> check(Tree.map(part), value, place, complaints));
        if (value == null || value.isNull()) {
            complaints.add(place + " is null");
            return;
        }
        switch (String.valueOf(schema.get("type"))) {
            case "string" -> checkString(schema, value, place, complaints);
            case "integer", "number" -> checkNumber(schema, value, place, complaints);
            case "boolean" -> complainUnless(value.isBoolean(), place + " is no boolean", complaints);
            case "array" -> checkList(schema, value, place, complaints);
            case "object" -> checkObject(schema, value, place, complaints);
            default -> { }
        }
    }

    /** Checks the text of a parameter. */
    void checkText(Map<String, Object> schema, String text, String place, List<String> complaints) {
        if (schema.containsKey("$ref")) {
            String reference = String.valueOf(schema.get("$ref"));
            checkText(Tree.map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1))), text, place, complaints);
            return;
        }
        Tree.list(schema.get("allOf")).forEach(part -> checkText(Tree.map(part), text, place, complaints));
        switch (String.valueOf(schema.get("type"))) {
            case "string" -> checkString(schema, JsonNode.createStringNode(text), place, complaints);
            case "integer", "number" -> {
                if (text.matches("-?[0-9]{1,30}(\\.[0-9]+)?")) {
                    checkNumber(schema, JsonNode.createNumberNode(new BigDecimal(text)), place, complaints);
                } else {
                    complaints.add(place + " is no number");
                }
            }
            case "boolean" -> complainUnless(List.of("true", "false").contains(text), place + " is no boolean", complaints);
            default -> { }
        }
    }

    private static void checkString(Map<String, Object> schema, JsonNode value, String place, List<String> complaints) {
        if (!value.isString()) {
            complaints.add(place + " is no text");
            return;
        }
        String text = value.getStringValue();
        List<Object> choices = Tree.list(schema.get("enum"));
        complainUnless(choices.isEmpty() || choices.contains(text), place + " is " + text + ", none of " + choices, complaints);
        if (schema.get("pattern") instanceof String pattern) {
            complainUnless(
                    PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find(),
                    place + " does not match " + pattern,
                    complaints);
        }
        int letters = text.codePointCount(0, text.length());
        complainUnless(!(schema.get("minLength") instanceof Integer least) || letters >= least, place + " is too short", complaints);
        complainUnless(!(schema.get("maxLength") instanceof Integer most) || text.length() <= most, place + " is too long", complaints);
        try {
            switch (String.valueOf(schema.get("format"))) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> { }
            }
        } catch (DateTimeParseException other) {
            complaints.add(place + " is no " + schema.get("format") + ": " + text);
        }
    }

    private static void checkNumber(Map<String, Object> schema, JsonNode value, String place, List<String> complaints) {
        if (!value.isNumber()) {
            complaints.add(place + " is no number");
            return;
        }
        if (value.getNumberValue() instanceof Double measure && !Double.isFinite(measure)) {
            complaints.add(place + " has too many digits");
            return;
        }
        BigDecimal number = value.getBigDecimalValue();
        if ("integer".equals(schema.get("type"))) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            complainUnless(whole, place + " is no whole number", complaints);
            complainUnless(
                    !whole || number.toBigInteger().bitLength() < ("int32".equals(schema.get("format")) ? 32 : 64),
                    place + " has too many digits",
                    complaints);
        }
        if (schema.get("minimum") instanceof Number least) {
            complainUnless(number.compareTo(new BigDecimal(least.toString())) >= 0, place + " is too small", complaints);
        }
        if (schema.get("maximum") instanceof Number most) {
            complainUnless(number.compareTo(new BigDecimal(most.toString())) <= 0, place + " is too large", complaints);
        }
    }

    private void checkList(Map<String, Object> schema, JsonNode value, String place, List<String> complaints) {
        if (!value.isArray()) {
            complaints.add(place + " is no list");
            return;
        }
        complainUnless(!(schema.get("minItems") instanceof Integer least) || value.size() >= least, place + " has too few", complaints);
        complainUnless(!(schema.get("maxItems") instanceof Integer most) || value.size() <= most, place + " has too many", complaints);
        for (int index = 0; index < value.size(); index++) {
            check(Tree.map(schema.get("items")), value.get(index), place + "/" + index, complaints);
        }
    }

    private void checkObject(Map<String, Object> schema, JsonNode value, String place, List<String> complaints) {
        if (!value.isObject()) {
            complaints.add(place + " is no object");
            return;
        }
        Map<String, Object> properties = Tree.map(schema.get("properties"));
        Object others = schema.get("additionalProperties");
        value.entries().forEach(field -> {
            String where = place + "/" + field.getKey();
            if (properties.containsKey(field.getKey())) {
                check(Tree.map(properties.get(field.getKey())), field.getValue(), where, complaints);
            } else if (others instanceof Map<?, ?>) {
                check(Tree.map(others), field.getValue(), where, complaints);
            } else {
                complainUnless(Boolean.TRUE.equals(others) || properties.isEmpty(), where + " is not described", complaints);
            }
        });
        for (Object name : Tree.list(schema.get("required"))) {
            complainUnless(value.get(String.valueOf(name)) != null, place + "/" + name + " is missing", complaints);
        }
    }

    private static void complainUnless(boolean holds, String complaint, List<String> complaints) {
        if (!holds) {
            complaints.add(complaint);
        }
    }
}
