package id.setia.platform;

import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tier and what reaches it. */
@Serdeable
@Schema(description = "A tier of the program and what reaches it.")
record ProgramTier(
        @Schema(description = "Stable code of the tier.", example = "gold") String code,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "Place on the ladder: the higher, the better.", example = "2") int rank,
        @Nullable
                @Schema(description = "Money that reaches it, an average of each month or in all; zero for the lowest. Absent where points or visits count.")
                Money threshold,
        @Nullable
                @Schema(description = "Points or visits that reach it, where those count; zero for the lowest.", example = "1200")
                Long count) {}
