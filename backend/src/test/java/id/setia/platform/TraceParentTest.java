package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-00f067aa0ba902b7-01", "cc-" + TRACE + "-00f067aa0ba902b7-00-more"})
    void a_trace_of_this_version_and_of_later_ones_is_taken_along(String header) {
        assertThat(TraceParent.of(header)).contains(new TraceParent(TRACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "00", "nonsense", "00-" + TRACE + "-00f067aa0ba902b7", "00-" + TRACE + "-00f067aa0ba902b7-01-more",
        "ff-" + TRACE + "-00f067aa0ba902b7-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + TRACE + "-0000000000000000-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "00-4bf9-00f0-01"
    })
    void anything_else_is_no_trace(String header) {
        assertThat(TraceParent.of(header)).isEmpty();
    }

    @Test
    void a_request_without_a_name_is_named_after_its_trace() {
        assertThat(RequestId.of("", TraceParent.of("00-" + TRACE + "-00f067aa0ba902b7-01")).value()).isEqualTo("req_" + TRACE);
        assertThat(RequestId.of("till-7", TraceParent.of("00-" + TRACE + "-00f067aa0ba902b7-01")).value()).isEqualTo("till-7");
    }
}
