package id.setia.platform;

import id.setia.access.Allowed;
import id.setia.access.Retiring;
import id.setia.access.Scope;
import io.micronaut.http.annotation.Controller;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may call which operation, and how long there will be any, read off the compiled controllers. */
final class ContractCallers {

    private final Map<String, Method> byOperation;

    ContractCallers(Map<String, Method> byOperation) {
        this.byOperation = byOperation;
    }

    /** The callers of all operations in the compiled program. */
    static ContractCallers ofProgram() {
        try {
            Path classes = Path.of(ContractCallers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Map<String, Method> found = new HashMap<>();
            try (Stream<Path> files = Files.walk(classes.resolve("id/setia"))) {
                files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith("Controller.class"))
                        .flatMap(ContractCallers::operations)
                        .forEach(method -> found.put(method.getAnnotation(Operation.class).operationId(), method));
            }
            return new ContractCallers(found);
        } catch (URISyntaxException | IOException error) {
            throw new IllegalStateException("the compiled controllers cannot be read", error);
        }
    }

    private static Stream<Method> operations(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.').replace('\\', '.');
        try {
            Class<?> type = Class.forName(name, false, ContractCallers.class.getClassLoader());
            return type.isAnnotationPresent(Controller.class)
                    ? Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Operation.class))
                    : Stream.empty();
        } catch (ClassNotFoundException error) {
            throw new IllegalStateException(error);
        }
    }

    Allowed of(String operationId) {
        Allowed allowed = Optional.ofNullable(byOperation.get(operationId))
                .map(method -> method.getAnnotation(Allowed.class))
                .orElse(null);
        if (allowed == null) {
            throw new IllegalStateException("operation " + operationId + " does not say who may call it");
        }
        return allowed;
    }

    /** How an operation will go away; empty while it stays. */
    Optional<Retiring> retiring(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId)).map(method -> method.getAnnotation(Retiring.class));
    }

    /** The security requirements of an operation; an empty one stands for no credential. */
    List<Map<String, Object>> security(String operationId) {
        Allowed allowed = of(operationId);
        Stream<Map<String, Object>> none = allowed.everyone() ? Stream.of(Map.of()) : Stream.empty();
        Stream<Map<String, Object>> browsers = allowed.member() || allowed.staff().length > 0
                ? Stream.of(Map.of("session", List.of()))
                : Stream.empty();
        Stream<Map<String, Object>> systems = Arrays.stream(allowed.scopes())
                .map(Scope::value)
                .map(scope -> Map.of("clientCredentials", List.of(scope)));
        return Stream.of(none, browsers, systems).flatMap(each -> each).toList();
    }
}
