package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final String HOW_TO_MEND = "run mvn -Pcontract process-classes and commit what it writes";

    @Test
    void the_published_contract_is_what_the_code_does() {
        assertThat(Contract.published()).as(HOW_TO_MEND).isEqualTo(Contract.ofProgram());
    }

    @Test
    void the_published_problem_codes_are_what_the_code_has() throws IOException {
        try (var file = getClass().getResourceAsStream(ProblemCodeList.PUBLISHED)) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .as(HOW_TO_MEND)
                    .isEqualTo(ProblemCodeList.ofProgram());
        }
    }
}
