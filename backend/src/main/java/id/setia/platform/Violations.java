package id.setia.platform;

import id.setia.kernel.FieldError;
import io.micronaut.core.beans.BeanIntrospector;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What validation found, as field errors with JSON pointers. */
final class Violations {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Null", "must_be_absent"),
            Map.entry("Size", "size"),
            Map.entry("Min", "too_small"),
            Map.entry("DecimalMin", "too_small"),
            Map.entry("Max", "too_large"),
            Map.entry("DecimalMax", "too_large"),
            Map.entry("Positive", "not_positive"),
            Map.entry("PositiveOrZero", "negative"),
            Map.entry("Pattern", "value_malformed"),
            Map.entry("Email", "email_malformed"),
            Map.entry("Past", "not_past"),
            Map.entry("PastOrPresent", "not_past"),
            Map.entry("AssertTrue", "must_be_true"));

    private Violations() {}

    static List<FieldError> errors(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        Optional<? extends Class<?>> constraint = Optional.ofNullable(violation.getConstraintDescriptor())
                .map(descriptor -> descriptor.getAnnotation())
                .map(annotation -> annotation.annotationType());
        String name = constraint.map(Class::getSimpleName).orElse("");
        return new FieldError(
                pointer(violation.getPropertyPath()), CODES.getOrDefault(name, "invalid"), arguments(name, violation));
    }

    /** The limits a sentence names. */
    private static List<Object> arguments(String constraint, ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor() == null
                ? Map.of()
                : violation.getConstraintDescriptor().getAttributes();
        return switch (constraint) {
            case "Size" -> List.of(least(attributes.get("min"), violation), attributes.getOrDefault("max", Integer.MAX_VALUE));
            case "Min", "Max", "DecimalMin", "DecimalMax" -> List.of(attributes.getOrDefault("value", ""));
            default -> List.of();
        };
    }

    /** The shortest length, as the contract tells it: 1 of what must not be empty either. */
    private static int least(Object min, ConstraintViolation<?> violation) {
        int least = min instanceof Integer number ? number : 0;
        Object bean = violation.getLeafBean();
        if (least > 0 || bean == null) {
            return least;
        }
        String name = "";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName();
        }
        String last = name == null ? "" : name;
        return BeanIntrospector.SHARED.findIntrospection(bean.getClass()).stream()
                        .flatMap(introspection -> introspection.getProperty(last).stream())
                        .anyMatch(property -> property.getAnnotationNames().stream().anyMatch(Violations::refusesEmpty))
                ? 1
                : least;
    }

    private static boolean refusesEmpty(String annotation) {
        return annotation.startsWith(NotEmpty.class.getName()) || annotation.startsWith(NotBlank.class.getName());
    }

    /** The path without the method and, where there is more behind it, without the argument that is the body. */
    private static String pointer(Path path) {
        List<String> names = new ArrayList<>();
        boolean ofMethod = false;
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR) {
                ofMethod = true;
                continue;
            }
            if (node.getIndex() != null) {
                names.add(String.valueOf(node.getIndex()));
            } else if (node.getKey() != null) {
                names.add(String.valueOf(node.getKey()));
            }
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null) {
                names.add(node.getName());
            }
        }
        if (ofMethod && names.size() > 1) {
            names.remove(0);
        }
        return "/" + String.join("/", names);
    }
}
