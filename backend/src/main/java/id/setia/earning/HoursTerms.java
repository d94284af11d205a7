package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A span of the day, as staff write it. */
@Serdeable
@Schema(description = "A span of the day; it crosses midnight when it ends before it begins. For the whole day leave the hours out.")
public record HoursTerms(
        @NotNull
                @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
                @Schema(description = "The first minute.", example = "07:00")
                String from,
        @NotNull
                @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
                @Schema(description = "The first minute after.", example = "09:00")
                String until) {

    static HoursTerms of(Hours hours) {
        return new HoursTerms(hours.from().toString(), hours.until().toString());
    }
}
