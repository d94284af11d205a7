package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOptionsTest {

    @ParameterizedTest
    @CsvSource({"512, 256", "2048, 512", "4096, 1024", "8192, 2048", "16384, 6144", "24576, 10240", "1048576, 65536"})
    void theBufferPoolIsAQuarterOfASmallMachineAndNearlyHalfOfALargeOne(long memory, long pool) {
        assertThat(ServerOptions.bufferPool(memory)).isEqualTo(pool);
    }
}
