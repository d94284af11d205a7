package id.setia.posting;

import id.setia.earning.RuleTerms;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** A rule to try on past purchases. */
@Serdeable
@Schema(description = "A rule to try on past purchases: unsaved terms, a draft, or a version of a rule.")
public record BackTestRequest(
        @Nullable @Valid @Schema(description = "Unsaved terms to try.") RuleTerms terms,
        @Nullable
                @Size(max = 40)
                @Schema(description = "A draft to try.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String draftId,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "With terms the rule they would change, otherwise the rule whose version is tried.",
                        example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String ruleId,
        @Nullable @Min(1) @Schema(description = "The version to try; the latest when absent.", example = "2") Integer version,
        @Nullable
                @Size(max = 200)
                @Schema(
                        description = "Only purchases of these stores, at most 200; those of all stores when absent.",
                        example = "[\"sto_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<@NotNull @Size(max = 40) String> storeIds,
        @NotNull @Schema(description = "First day of the purchases, programme time.", example = "2026-08-01") LocalDate from,
        @NotNull @Schema(description = "Last day of the purchases.", example = "2026-10-31") LocalDate until,
        @Nullable
                @Min(0)
                @Max(100)
                @Schema(description = "How much of the points will be used, in per cent; 100 when absent.", example = "80")
                Integer expectedUsePercent) {}
