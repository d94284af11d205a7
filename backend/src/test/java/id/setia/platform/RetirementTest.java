package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.platform.Http.Answer;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SetiaTest
class RetirementTest {

    @Inject
    Http http;

    @Test
    void an_operation_that_will_go_away_says_so_whatever_it_answers() {
        for (Answer answer : List.of(http.get("/api/v1/trials/retiring"), http.get("/api/v1/trials/retiring?limit=many"))) {
            assertThat(answer.header("Deprecation")).isEqualTo("@1801353600");
            assertThat(answer.header("Sunset")).isEqualTo("Sat, 31 Jul 2027 00:00:00 GMT");
        }
        assertThat(http.get("/api/v1/trials").header("Deprecation")).isEmpty();
    }

    @Test
    void the_contract_says_so_too() throws NoSuchMethodException {
        ContractCallers callers = new ContractCallers(
                Map.of("listRetiring", TrialController.class.getDeclaredMethod("retiring", int.class)));
        Map<String, Object> operation = new LinkedHashMap<>(Map.of(
                "operationId", "listRetiring",
                "description", "Pages.",
                "tags", List.of("Program"),
                "responses", Map.of("200", new LinkedHashMap<>(Map.of("description", "The answer.")))));

        Map<String, Object> document = new LinkedHashMap<>(Map.of("paths", new LinkedHashMap<>(
                Map.of("/api/v1/trials/retiring", new LinkedHashMap<>(Map.of("get", operation))))));
        Map<String, Object> contract = Yaml.read(Contract.of(document, callers));

        Map<String, Object> told = Tree.map(Tree.map(Tree.map(contract.get("paths")).get("/trials/retiring")).get("get"));
        assertThat(told).containsEntry("deprecated", true);
        assertThat(told.get("description")).isEqualTo("Pages. Use `GET /trials` in its place: from 2027-07-31 on this may be gone.");
        assertThat(Tree.map(Tree.map(Tree.map(told.get("responses")).get("200")).get("headers"))).containsKeys("Deprecation", "Sunset");
    }
}
