package id.setia.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,  2026-11-30T17:05:00Z, 2026-12-01T02:00:00Z",
        "Asia/Jakarta,  2026-12-01T02:00:00Z, 2026-12-01T02:00:00Z",
        "Asia/Jakarta,  2026-12-01T02:00:01Z, 2026-12-02T02:00:00Z",
        "Asia/Jayapura, 2026-11-30T17:05:00Z, 2026-12-01T00:00:00Z"
    })
    void what_the_run_changed_is_told_at_nine_where_the_member_is(String zone, Instant run, Instant told) {
        assertThat(QuietHours.nextNine(run, ZoneId.of(zone))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        // where, asked, allowed; WIB is seven hours ahead of UTC, WIT nine
        "Asia/Jakarta,  2026-11-22T01:00:00Z, 2026-11-22T01:00:00Z",
        "Asia/Jakarta,  2026-11-22T12:59:59Z, 2026-11-22T12:59:59Z",
        "Asia/Jakarta,  2026-11-22T13:00:00Z, 2026-11-23T01:00:00Z",
        "Asia/Jakarta,  2026-11-22T00:59:59Z, 2026-11-22T01:00:00Z",
        "Asia/Jakarta,  2026-11-22T17:30:00Z, 2026-11-23T01:00:00Z",
        "Asia/Jayapura, 2026-11-22T11:30:00Z, 2026-11-22T23:00:00Z",
        "Asia/Jayapura, 2026-11-22T22:59:00Z, 2026-11-22T23:00:00Z",
        "Asia/Jayapura, 2026-11-22T23:00:00Z, 2026-11-22T23:00:00Z"
    })
    void nothing_goes_out_from_twenty_to_eight_where_the_member_is(String zone, Instant asked, Instant allowed) {
        assertThat(QuietHours.after(asked, ZoneId.of(zone))).isEqualTo(allowed);
    }
}
