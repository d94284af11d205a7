package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.testing.SetiaTest;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SetiaTest
class StrictTimesTest {

    @Inject
    JsonMapper mapper;

    @Test
    void texts_are_times_and_dates() throws IOException {
        assertThat(mapper.readValue("\"2026-11-20T18:42:00+07:00\"", Argument.of(Instant.class)))
                .isEqualTo(Instant.parse("2026-11-20T11:42:00Z"));
        assertThat(mapper.readValue("\"2026-11-20\"", Argument.of(LocalDate.class)))
                .isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795000000", "\"1795000000\"", "20261122", "7300", "1.5", "\"2026-11-20T18:42:00\"", "\"\"", "true"})
    void numbers_and_anything_else_are_neither(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Argument.of(Instant.class))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> mapper.readValue(json, Argument.of(LocalDate.class))).isInstanceOf(IOException.class);
    }
}
