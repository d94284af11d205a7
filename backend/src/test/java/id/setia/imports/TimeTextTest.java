package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2011-02-28 17:04:00, 2011-02-28T17:04:00Z",
        "2011-02-28 17:04, 2011-02-28T17:04:00Z",
        "2011-07-01T09:00:00, 2011-07-01T08:00:00Z",
        "2011-07-01T09:00:00.25+07:00, 2011-07-01T02:00:00.25Z",
        "2011-07-01T09:00:00Z, 2011-07-01T09:00:00Z",
        "2011-07-01, 2011-07-01T11:00:00Z"
    })
    void times_are_read_by_the_clock_of_the_store(String text, Instant expected) {
        assertThat(TimeText.parse(text).orElseThrow().in(LONDON)).isEqualTo(expected);
    }

    @Test
    void a_time_the_clocks_skipped_is_read_as_by_a_clock_not_yet_put_forward() {
        assertThat(TimeText.parse("2011-03-27 01:30:00").orElseThrow().in(LONDON))
                .isEqualTo(Instant.parse("2011-03-27T01:30:00Z"));
    }

    @Test
    void a_time_the_clocks_showed_twice_is_the_first() {
        assertThat(TimeText.parse("2011-10-30 01:30:00").orElseThrow().in(LONDON))
                .isEqualTo(Instant.parse("2011-10-30T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/1/2010 8:26", "2011-02-30 10:00", "2011-02-28 25:00", "yesterday", "2011-02-28T10:00+99:00"})
    void what_is_no_time_is_none(String text) {
        assertThat(TimeText.parse(text)).isEmpty();
    }
}
