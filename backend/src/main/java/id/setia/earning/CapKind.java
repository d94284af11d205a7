package id.setia.earning;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Which cap trimmed what a rule gives. */
@Serdeable
public enum CapKind {
    @JsonProperty("purchase")
    PURCHASE,
    @JsonProperty("points_a_day")
    POINTS_A_DAY,
    @JsonProperty("points_a_week")
    POINTS_A_WEEK,
    @JsonProperty("points_a_month")
    POINTS_A_MONTH,
    @JsonProperty("points_a_year")
    POINTS_A_YEAR,
    @JsonProperty("points_ever")
    POINTS_EVER,
    @JsonProperty("times_a_day")
    TIMES_A_DAY,
    @JsonProperty("times_a_week")
    TIMES_A_WEEK,
    @JsonProperty("times_a_month")
    TIMES_A_MONTH,
    @JsonProperty("times_a_year")
    TIMES_A_YEAR,
    @JsonProperty("times_ever")
    TIMES_EVER,
    @JsonProperty("budget")
    BUDGET;

    static CapKind of(Cap cap) {
        return switch (cap.unit()) {
            case POINTS -> switch (cap.period()) {
                case DAY -> POINTS_A_DAY;
                case WEEK -> POINTS_A_WEEK;
                case MONTH -> POINTS_A_MONTH;
                case YEAR -> POINTS_A_YEAR;
                case EVER -> POINTS_EVER;
            };
            case TIMES -> switch (cap.period()) {
                case DAY -> TIMES_A_DAY;
                case WEEK -> TIMES_A_WEEK;
                case MONTH -> TIMES_A_MONTH;
                case YEAR -> TIMES_A_YEAR;
                case EVER -> TIMES_EVER;
            };
        };
    }
}
