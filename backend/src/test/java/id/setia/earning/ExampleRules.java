package id.setia.earning;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The named rules of the worked examples, read as staff write them; what every rule needs is added. */
final class ExampleRules {

    private final Map<String, Object> written;
    private final ExampleWorld world;
    private final RuleTermsReader reader;
    private final JsonMapper mapper;
    private final Map<String, RuleVersion> read = new HashMap<>();

    ExampleRules(Map<String, Object> written, ExampleWorld world, RuleTermsReader reader, JsonMapper mapper) {
        this.written = written;
        this.world = world;
        this.reader = reader;
        this.mapper = mapper;
    }

    RuleVersion named(String name) {
        return read.computeIfAbsent(name, this::version);
    }

    private RuleVersion version(String name) {
        Map<String, Object> terms = new LinkedHashMap<>(WorkedExamplesTest.map(written.get(name)));
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("no rule " + name);
        }
        terms.computeIfPresent("per", (ignored, amount) -> Map.of("amount", amount.toString(), "currency", "IDR"));
        terms.computeIfPresent("factor", (ignored, factor) -> factor.toString());
        terms.computeIfPresent("conditions", (ignored, conditions) -> conditions(WorkedExamplesTest.map(conditions)));
        terms.put("name", Map.of("id", name, "en", name));
        terms.putIfAbsent("expiryMonths", terms.containsKey("expiry") ? 0 : 12);
        terms.put("funderId", world.funder());
        return new RuleVersion(UUID.randomUUID(), name, 1, Instant.EPOCH, Optional.empty(), definition(terms));
    }

    private Map<String, Object> conditions(Map<String, Object> named) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        named.forEach((condition, value) -> conditions.put(condition, world.value(condition, value)));
        return conditions;
    }

    private RuleDefinition definition(Map<String, Object> terms) {
        boolean throughOffer = Boolean.TRUE.equals(terms.remove("through offer"));
        try {
            RuleTerms given = mapper.readValue(mapper.writeValueAsBytes(terms), RuleTerms.class);
            RuleDefinition definition = reader.read(given, "");
            return throughOffer ? definition.onlyThroughOffer() : definition;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
