package id.setia.insights;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Over which time members are scored. */
@Serdeable
@Schema(description = "Over which time members are scored by recency, frequency and monetary value.")
public record RfmSettings(
        @NotNull
                @Min(1)
                @Max(60)
                @Schema(description = "Months up to and including yesterday.", example = "12")
                Integer months) {

    static final String SETTING = "insights.rfm";
    static final RfmSettings USUAL = new RfmSettings(12);
}
