package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** What was released stays: the contract may only be added to. */
class ContractChangeTest {

    private static final Path RELEASED = Path.of("..", "api-spec", "released");

    @Test
    void no_released_contract_is_broken() throws IOException {
        for (Path released : releases()) {
            assertThat(breaks(Files.readString(released), Contract.ofProgram())).as(released.toString()).isFalse();
        }
    }

    @Test
    void a_removed_operation_is_seen_as_a_break_and_the_same_contract_is_not() {
        String contract = Contract.ofProgram();
        String without = contract.replace("  /program:", "  /another-program:");

        assertThat(breaks(contract, contract)).isFalse();
        assertThat(breaks(contract, without)).isTrue();
    }

    private static boolean breaks(String before, String after) {
        return OpenApiCompare.fromContents(before, after).isIncompatible();
    }

    private static List<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }
}
