package id.setia.earning;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A draft of a rule. */
@Serdeable
@Schema(description = "A draft of a new rule, or of a change of one.")
public record WriteRuleDraftRequest(
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "The rule it changes; absent for a new one. Stays as the draft began.",
                        example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String ruleId,
        @Nullable
                @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                @Size(max = 60)
                @Schema(
                        description = "Stable code of a new rule, unique; absent for a change. Stays as the draft began.",
                        example = "kopi-akhir-pekan")
                String code,
        @NotNull @Valid @Schema(description = "What it says.") RuleTerms terms,
        @Nullable
                @Schema(
                        description = "First moment it is to judge; as soon as possible when absent or past by then.",
                        example = "2026-12-01T00:00:00Z")
                Instant from,
        @Nullable
                @Schema(description = "First moment it is to judge no more; open when absent.", example = "2027-01-01T00:00:00Z")
                Instant until,
        @Nullable
                @Min(0)
                @Schema(
                        description = "What its author expects it to cost a month, in points; counts where past purchases cannot tell.",
                        example = "20000")
                Long statedPointsPerMonth,
        @Nullable
                @Size(max = 500)
                @Schema(description = "In words, for who reviews it.", example = "Untuk bulan Ramadan")
                String note) {}
