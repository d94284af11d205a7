package id.setia.posting;

import id.setia.members.SpendingProofKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How points may be used: as payment, with which proof, and what a refund gives back. */
@Serdeable
@Schema(description = "How points may pay a part of a purchase, which proof using them needs, and how long points that come back after they had expired may still be used. What a point is worth is the program's.")
public record PointsPaymentPolicy(
        @NotNull @Min(1) @Max(1_000_000_000) @Schema(description = "The fewest points that pay.", example = "100") Long minimumPoints,
        @NotNull @Min(1) @Max(1_000_000) @Schema(description = "Points pay in multiples of this.", example = "1") Long stepPoints,
        @NotNull @Min(1) @Max(100) @Schema(description = "The largest part of a receipt that points pay, in percent.", example = "100") Integer mostPercent,
        @NotNull @Size(max = 100) @Schema(description = "Categories that points do not pay, with everything below them.", example = "[\"Rokok\"]")
                List<@NotNull @Size(min = 1, max = 200) String> excludedCategories,
        @NotNull @Size(max = 1_000) @Schema(description = "Products that points do not pay, by SKU.", example = "[\"8991234567890\"]")
                List<@NotNull @Size(min = 1, max = 64) String> excludedSkus,
        @NotNull @Schema(description = "Whether points lower the price of the goods they pay, before tax. If not, they pay after tax, as money does. Decides what the largest part is a part of, and which lines earn less.", example = "false")
                Boolean beforeTax,
        @NotNull @Min(0) @Max(365) @Schema(description = "How many days points may be used that a refund gives back after they had expired; once.", example = "14")
                Integer graceDays,
        @NotEmpty @Size(max = 10) @Schema(description = "Which proofs count; the first step begins with 1 point, for points are never used without proof.")
                List<@Valid @NotNull ProofStep> proofs) {

    /** Name of the setting. */
    public static final String SETTING = "posting.points_payment";

    /** What counts while nobody has decided otherwise. */
    public static final PointsPaymentPolicy USUAL = new PointsPaymentPolicy(
            1L, 1L, 100, List.of(), List.of(), false, 14,
            List.of(new ProofStep(1L, EnumSet.allOf(SpendingProofKind.class))));

    /** Which proofs count for so many points. */
    Set<SpendingProofKind> proofsFor(long points) {
        return proofs.stream()
                .filter(step -> step.fromPoints() <= points)
                .max(Comparator.comparing(ProofStep::fromPoints))
                .map(ProofStep::kinds)
                .orElse(Set.of());
    }

    /** Whether every number of points has its proof, and each step its own beginning. */
    boolean stepsAreWhole() {
        List<Long> beginnings = proofs.stream().map(ProofStep::fromPoints).toList();
        return beginnings.contains(1L) && beginnings.stream().distinct().count() == beginnings.size();
    }

    Duration grace() {
        return Duration.ofDays(graceDays);
    }
}
