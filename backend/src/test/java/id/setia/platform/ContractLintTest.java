package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house rules of the contract. */
class ContractLintTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Map<String, Object> contract = Yaml.read(Contract.ofProgram());
    private final ContractSchemas schemasOfContract = new ContractSchemas(contract);
    private final List<String> complaints = new ArrayList<>();

    private record Operation(String path, String method, Map<String, Object> content) {

        @Override
        public String toString() {
            return method.toUpperCase() + " " + path;
        }
    }

    @Test
    void operations_are_named_by_a_verb_and_a_noun_and_each_name_is_used_once() {
        Set<String> seen = new HashSet<>();
        for (Operation operation : operations()) {
            String id = String.valueOf(operation.content().get("operationId"));
            complainUnless(id.matches("[a-z]+([A-Z][a-z0-9]*)+"), operation + " is named " + id);
            complainUnless(seen.add(id), id + " is used twice");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void operations_have_one_tag_that_is_described_a_summary_and_a_description() {
        Set<String> tags = new HashSet<>();
        list(contract.get("tags")).forEach(tag -> {
            tags.add((String) map(tag).get("name"));
            complainUnless(isText(map(tag).get("description")), "tag " + map(tag).get("name") + " is not described");
        });
        for (Operation operation : operations()) {
            List<Object> own = list(operation.content().get("tags"));
            complainUnless(own.size() == 1 && tags.containsAll(own), operation + " has tags " + own);
            complainUnless(isText(operation.content().get("summary")), operation + " has no summary");
            complainUnless(isText(operation.content().get("description")), operation + " has no description");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void operations_tell_their_errors_and_who_may_call() {
        for (Operation operation : operations()) {
            Map<String, Object> responses = map(operation.content().get("responses"));
            complainUnless(responses.keySet().containsAll(List.of("429", "500", "503")), operation + " misses common errors");
            complainUnless(
                    !operation.path().contains("{") || responses.containsKey("404"), operation + " misses 404");
            complainUnless(
                    !operation.content().containsKey("requestBody")
                            || responses.keySet().containsAll(List.of("400", "413", "415", "422")),
                    operation + " misses the errors of a body");
            complainUnless(
                    responses.keySet().stream().anyMatch(status -> status.startsWith("2")), operation + " never succeeds");
            complainUnless(operation.content().containsKey("security"), operation + " does not say who may call");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void paths_are_kebab_case_and_their_parameters_camel_case_and_described() {
        for (Operation operation : operations()) {
            complainUnless(
                    operation.path().matches("(/([a-z0-9]+([-.][a-z0-9]+)*|\\{[a-z][A-Za-z0-9]*}))+"),
                    operation + " is not in kebab case");
            list(operation.content().get("parameters")).forEach(parameter -> {
                String name = String.valueOf(map(parameter).get("name"));
                complainUnless(
                        name.matches("[a-z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)*"),
                        operation + " has a parameter " + name);
                complainUnless(isText(map(parameter).get("description")), operation + " does not describe " + name);
                complainUnless(
                        map(parameter).containsKey("example") || map(map(parameter).get("schema")).containsKey("example"),
                        operation + " has no example of " + name);
            });
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void schemas_have_plain_names() {
        assertThat(schemas().keySet()).allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"));
    }

    @Test
    void properties_are_camel_case_and_described_with_an_example() {
        schemas().forEach((name, schema) -> map(map(schema).get("properties")).forEach((property, content) -> {
            String place = name + "." + property;
            Map<String, Object> definition = map(content);
            complainUnless(property.matches("[a-z][A-Za-z0-9]*") || isOfOAuth(name), place + " is not camel case");
            complainUnless(isReference(definition) || isText(definition.get("description")), place + " is not described");
            complainUnless(
                    isReference(definition) || definition.containsKey("example") || isListOfReferences(definition),
                    place + " has no example");
            complainUnless(!definition.containsKey("nullable"), place + " may be null");
        }));
        assertThat(complaints).isEmpty();
    }

    @Test
    void every_request_answer_and_problem_has_an_example_that_fits_its_schema() {
        for (Operation operation : operations()) {
            complainUnlessExemplified(operation + " in its request", map(operation.content().get("requestBody")));
            map(operation.content().get("responses")).forEach((status, response) ->
                    complainUnlessExemplified(operation + " in its answer " + status, map(response)));
        }
        map(map(contract.get("components")).get("responses")).forEach(
                (name, response) -> complainUnlessExemplified("the answer " + name, map(response)));
        assertThat(complaints).isEmpty();
    }

    private void complainUnlessExemplified(String place, Map<String, Object> body) {
        map(body.get("content")).forEach((type, media) -> {
            if (type.endsWith("json") || type.endsWith("urlencoded")) {
                Object example = map(media).get("example");
                complainUnless(example != null, place + " has no example");
                List<String> misfits = new ArrayList<>();
                if (example != null) {
                    schemasOfContract.check(map(map(media).get("schema")), ContractExamples.node(example), "", misfits);
                }
                misfits.forEach(misfit -> complaints.add(place + " has an example that does not fit: " + misfit));
            }
        });
    }

    @Test
    void every_schema_is_used() {
        String text = Contract.ofProgram();

        assertThat(schemas().keySet()).allMatch(name -> text.contains("#/components/schemas/" + name + "'"));
    }

    /** The names of OAuth are not ours. */
    private static boolean isOfOAuth(String schema) {
        return schema.startsWith("Token");
    }

    private static boolean isReference(Map<String, Object> definition) {
        return definition.containsKey("$ref") || definition.containsKey("allOf") || definition.containsKey("oneOf");
    }

    private static boolean isListOfReferences(Map<String, Object> definition) {
        return "array".equals(definition.get("type")) && isReference(map(definition.get("items")));
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(contract.get("paths")).forEach((path, item) -> METHODS.stream()
                .filter(map(item)::containsKey)
                .forEach(method -> operations.add(new Operation(path, method, map(map(item).get(method))))));
        return operations;
    }

    private Map<String, Object> schemas() {
        return map(map(contract.get("components")).get("schemas"));
    }

    private void complainUnless(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }

    private static boolean isText(Object value) {
        return value instanceof String text && !text.isBlank();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
