package id.setia.platform;

import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A body with one field of every kind. */
@Serdeable
record TrialRequest(
        @NotBlank String name,
        @NotNull @Max(10) Integer count,
        @Nullable Boolean given,
        @Nullable LocalDate day,
        @Nullable Instant at,
        @Nullable Money amount,
        @NotNull List<@Valid TrialLine> lines) {}
