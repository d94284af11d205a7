package id.setia.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "512, 128, 256", "2048, 512, 512", "4096, 1024, 1024", "8192, 2048, 2048", "16384, 4096, 6144", "24576, 6144, 10240",
        "16384, 10240, 4096", "24576, 12288, 8192", "1048576, 262144, 65536"
    })
    void theBufferPoolIsAQuarterOfASmallMachineAndNearlyHalfOfALargeOne(long memory, long heap, long pool) {
        assertThat(ServerOptions.bufferPool(memory, heap)).isEqualTo(pool);
    }
}
