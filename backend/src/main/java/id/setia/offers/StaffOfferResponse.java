package id.setia.offers;

import id.setia.audiences.AudienceTerms;
import id.setia.earning.DraftRejectionResponse;
import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An offer as staff see it. */
@Serdeable
@Schema(description = "An offer as staff see it.")
public record StaffOfferResponse(
        @Schema(description = "Id of the offer.", example = "off_01m3k5w8v0f3g9q2x7r4t6y8za") String offerId,
        @Schema(
                        description = "`draft`: may still change; `waiting`: until a second person has decided; `scheduled`: published, begins later; `running`; `ended`.",
                        example = "running")
                OfferStage stage,
        @Schema(description = "How often it was changed, also its `ETag`.", example = "2") long version,
        @Schema(description = "Name shown to members.") LocalText name,
        @Schema(description = "What it gives, and when.") LocalText description,
        @Schema(description = "A few characters that stand for the benefit.", example = "2×") String badge,
        @Schema(description = "Who it is for.") AudienceTerms audience,
        @Nullable @Schema(description = "What it gives, where that is an earning rule.") BenefitTerms benefit,
        @Nullable @Schema(description = "What it gives, in one sentence.") LocalText sentence,
        @Nullable @Schema(description = "What that does to one purchase, computed by the rules in force.") LocalText example,
        @Nullable
                @Schema(
                        description = "First moment it counts; absent for a draft that begins when it is published.",
                        example = "2026-12-01T00:00:00Z")
                Instant startsAt,
        @Schema(description = "First moment it counts no more.", example = "2027-01-01T00:00:00Z") Instant endsAt,
        @Schema(description = "Whether members have to activate it.", example = "true") boolean needsActivation,
        @Schema(description = "How many purchases of a member it may serve; 0 for any number.", example = "1")
                int usesPerMember,
        @Schema(description = "Per cent of its members who never get it.", example = "10") int holdoutPercent,
        @Schema(description = "Whether its members are told of it.", example = "true") boolean announced,
        @Nullable
                @Schema(description = "How many purchases it may serve, or vouchers it may give, in all; absent for any number.", example = "500")
                Long budgetUses,
        @Nullable @Schema(description = "How many more of them.", example = "337") Long budgetUsesLeft,
        @Nullable
                @Schema(description = "How many points it may give in all; absent for any number.", example = "100000")
                Long budgetPoints,
        @Nullable @Schema(description = "How many more points it may give.", example = "41250") Long budgetPointsLeft,
        @Schema(description = "Whether a budget is used up, so that it serves nobody any more.", example = "false")
                boolean usedUp,
        @Schema(description = "How many members have it active.", example = "412") long activated,
        @Schema(description = "How many members it has served.", example = "120") long used,
        @Schema(description = "How many purchases it has served.", example = "163") long uses,
        @Nullable
                @Schema(
                        description = "The reward whose voucher it gives; absent where it gives an earning rule.",
                        example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za")
                String rewardId,
        @Nullable
                @Schema(
                        description = "The latest request for a second person's yes to its publication.",
                        example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId,
        @Nullable
                @Schema(
                        description = "The points it was expected to cost when that was asked for; absent where nobody knew.",
                        example = "75000")
                Long expectedPoints,
        @Nullable
                @Schema(
                        description = "A second person's no, until the draft is written anew or its publication asked for again.")
                DraftRejectionResponse rejection) {}
