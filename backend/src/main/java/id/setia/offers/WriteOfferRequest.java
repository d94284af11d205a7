package id.setia.offers;

import id.setia.audiences.AudienceTerms;
import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A draft of an offer. */
@Serdeable
@Schema(description = "A draft of an offer.")
public record WriteOfferRequest(
        @NotNull @Schema(description = "Name shown to members, at most 80 characters.") LocalText name,
        @NotNull @Schema(description = "What it gives, and when; at most 400 characters.") LocalText description,
        @NotBlank
                @Size(max = 8)
                @Schema(description = "A few characters that stand for the benefit.", example = "2×")
                String badge,
        @NotNull @Valid @Schema(description = "Who it is for.") AudienceTerms audience,
        @Nullable
                @Valid
                @Schema(description = "What it gives: an earning rule for those who hold it. Either this or `rewardId`.")
                BenefitTerms benefit,
        @Nullable
                @Schema(
                        description = "First moment it counts; when it is published if absent or past by then.",
                        example = "2026-12-01T00:00:00Z")
                Instant startsAt,
        @NotNull @Schema(description = "First moment it counts no more.", example = "2027-01-01T00:00:00Z") Instant endsAt,
        @NotNull
                @Schema(
                        description = "Whether members have to activate it; otherwise it applies at once.",
                        example = "true")
                Boolean needsActivation,
        @NotNull
                @Min(0)
                @Max(1_000)
                @Schema(
                        description = "How many purchases of a member it may serve; 0 for any number; 1 where it gives a voucher.",
                        example = "1")
                Integer usesPerMember,
        @Nullable
                @Min(0)
                @Max(50)
                @Schema(
                        description = "Per cent of its members who never get it, so that its worth shows; none if absent. Who that is,"
                                + " is drawn once and for all.",
                        example = "10")
                Integer holdoutPercent,
        @Nullable
                @Schema(
                        description = "Whether its members are told of it, in the inbox and by the channels they agreed to; not if"
                                + " absent.",
                        example = "true")
                Boolean announced,
        @Nullable
                @Min(1)
                @Max(1_000_000_000)
                @Schema(
                        description = "How many purchases it may serve, or vouchers it may give, in all; any number if absent. Who comes"
                                + " first is served.",
                        example = "500")
                Long budgetUses,
        @Nullable
                @Min(1)
                @Max(1_000_000_000_000L)
                @Schema(
                        description = "How many points it may give in all; any number if absent. The last purchase gets what is left.",
                        example = "100000")
                Long budgetPoints,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "What it gives: a voucher of this reward, for no points, once to each member: when they activate"
                                + " the offer, or soon after it begins where they need not. The reward's tiers and its limits per member"
                                + " bind the offer too, and what it gives counts towards these limits; its budget of points does not."
                                + " Either this or `benefit`.",
                        example = "rew_01m3k5w8v0f3g9q2x7r4t6y8za")
                String rewardId) {}
