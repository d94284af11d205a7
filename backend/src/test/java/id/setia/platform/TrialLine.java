package id.setia.platform;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A line of the {@link TrialRequest}. */
@Serdeable
record TrialLine(@NotNull Integer position, @NotNull @Pattern(regexp = "[0-9]+") String quantity) {}
