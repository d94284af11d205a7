package id.setia.posting;

import id.setia.earning.RuleTerms;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A rule to try on a purchase. */
@Serdeable
@Schema(description = "A rule to try on a purchase: unsaved terms, a draft, or a version of a rule.")
public record TryRuleRequest(
        @NotNull
                @Valid
                @Schema(description = "The purchase, as a till would post it, with its store; its member is who would have bought.")
                PostPurchaseRequest purchase,
        @Nullable
                @Size(max = 20)
                @Schema(description = "Code of the tier to assume instead of the member's own; the lowest without a member.", example = "gold")
                String tier,
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
        @Nullable @Min(1) @Schema(description = "The version to try; the latest when absent.", example = "2") Integer version) {}
