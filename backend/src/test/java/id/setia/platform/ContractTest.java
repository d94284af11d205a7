package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final String HOW_TO_MEND = "run mvn -Pcontract process-classes and commit what it writes";

    @Test
    void the_published_contract_is_what_the_code_does() {
        assertThat(firstDifference(Contract.published(), Contract.ofProgram())).as(HOW_TO_MEND).isEmpty();
    }

    @Test
    void the_published_problem_codes_are_what_the_code_has() throws IOException {
        try (var file = getClass().getResourceAsStream(ProblemCodeList.PUBLISHED)) {
            String published = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(firstDifference(published, ProblemCodeList.ofProgram())).as(HOW_TO_MEND).isEmpty();
        }
    }

    @Test
    void what_is_refused_when_it_is_missing_is_required() {
        List<String> optional = new ArrayList<>();
        Tree.map(Yaml.read(Contract.ofProgram()).get("paths")).forEach((path, methods) ->
                Tree.map(methods).values().forEach(operation -> Tree.list(Tree.map(operation).get("parameters")).stream()
                        .map(Tree::map)
                        .filter(parameter -> List.of("Idempotency-Key", "If-Match").contains(parameter.get("name")))
                        .filter(parameter -> parameter.get("required") != Boolean.TRUE)
                        .forEach(parameter -> optional.add(Tree.map(operation).get("operationId") + " " + parameter.get("name")))));

        assertThat(optional)
                .as("known again by something else too")
                .containsExactlyInAnyOrder("useVoucher Idempotency-Key", "tellMemberEvent Idempotency-Key");
    }

    private static Optional<String> firstDifference(String published, String actual) {
        List<String> before = published.lines().toList();
        List<String> now = actual.lines().toList();
        return IntStream.range(0, Math.max(before.size(), now.size()))
                .filter(line -> line >= before.size() || line >= now.size() || !before.get(line).equals(now.get(line)))
                .mapToObj(line -> "line " + (line + 1) + " is " + now.subList(Math.min(line, now.size()), Math.min(line + 1, now.size())))
                .findFirst();
    }
}
