package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A draft of a rule as staff see it. */
@Serdeable
@Schema(description = "A draft of a new rule, or of a change of one.")
public record RuleDraftResponse(
        @Schema(description = "Id of the draft.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String draftId,
        @Schema(
                        description = "`draft`; `in_review`; `waiting`: a second person has to agree to its cost; `published`: it is"
                                + " a version of a rule, whose own state says whether it is scheduled, in force or ended.",
                        example = "in_review")
                RuleDraftState state,
        @Schema(description = "How often it was changed, also its `ETag`.", example = "2") long version,
        @Nullable @Schema(description = "The rule it changes; absent for a new one.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String ruleId,
        @Schema(description = "Code of the rule.", example = "kopi-akhir-pekan") String code,
        @Schema(description = "What it says.") RuleTerms terms,
        @Schema(description = "The same in one sentence.") LocalText sentence,
        @Schema(description = "What that does to one purchase, computed by the rules in force.") LocalText example,
        @Nullable @Schema(description = "When it is to begin; absent for as soon as possible.", example = "2026-12-01T00:00:00Z")
                Instant from,
        @Nullable @Schema(description = "When the rule is to end; absent while open.", example = "2027-01-01T00:00:00Z")
                Instant until,
        @Nullable @Schema(description = "What its author expects it to cost a month, in points.", example = "20000")
                Long statedPointsPerMonth,
        @Schema(description = "In words, for who reviews it.", example = "Untuk bulan Ramadan") String note,
        @Nullable @Schema(description = "What it was expected to cost when its publication was asked for.")
                RuleEstimate estimate,
        @Nullable
                @Schema(
                        description = "The request for a second person's yes, if it needed one.",
                        example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId,
        @Nullable
                @Schema(description = "The no that request got; absent otherwise, and once the draft is written anew.")
                DraftRejectionResponse rejection,
        @Nullable
                @Schema(description = "The rule it became a version of.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String publishedRuleId,
        @Nullable @Schema(description = "Which version it became.", example = "3") Integer publishedVersion,
        @Nullable @Schema(description = "Name of who began it.", example = "Rina Wijaya") String createdBy,
        @Schema(description = "When.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Schema(description = "When it was last changed.", example = "2026-11-22T03:04:05Z") Instant changedAt) {}
