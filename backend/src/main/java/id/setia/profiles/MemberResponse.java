package id.setia.profiles;

import id.setia.insights.MemberRfmResponse;
import id.setia.kernel.LocalText;
import id.setia.offers.OfferResponse;
import id.setia.points.PointsSummary;
import id.setia.tiers.StandingResponse;
import id.setia.tiers.TierResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A member. */
@Serdeable
@Schema(description = "A member with points, tier and usable offers. In the masked view the name is masked, and what names or describes the person is left out.")
public record MemberResponse(
        @Schema(description = "The member; of a merged one, the member they live on as.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String memberId,
        @Schema(description = "`unclaimed`, `active`, `frozen`, `closed`, `merged` or `erased`.", example = "active") String state,
        @Schema(description = "How much is shown: `full` or `masked`.", example = "full") ProfileView view,
        @Schema(description = "Name; in the masked view `B••• S•••`.", example = "Budi Santoso") String name,
        @Nullable @Schema(description = "What the cashier should compare before going on; only in the masked view.") LocalText check,
        @Nullable @Schema(description = "E-mail address; masked for staff other than service agents.", example = "budi@example.com") String email,
        @Nullable @Schema(description = "Phone number; masked likewise.", example = "+6281234567890") String phone,
        @Nullable @Schema(description = "Birth date; for staff other than service agents absent.", example = "1990-05-31") LocalDate birthDate,
        @Nullable @Schema(description = "Language, `id` or `en`; absent in the masked view.", example = "id") String language,
        @Nullable @Schema(description = "When the member joined; absent in the masked view.", example = "2025-03-02T05:00:00Z")
                Instant joinedAt,
        @Schema(description = "Cards, the one shown first first; none in the masked view.") List<CardResponse> cards,
        @Schema(description = "Points; in the masked view without what lapses next.") PointsSummary points,
        @Schema(description = "The tier now.") TierResponse tier,
        @Nullable @Schema(description = "The tier with its reason and what comes next; absent in the masked view.")
                StandingResponse standing,
        @Nullable @Schema(description = "Consents; absent in the masked view.") List<ConsentResponse> consents,
        @Schema(description = "Offers that may still serve a purchase; for partners other than the program's owner those that may serve at theirs, without those for a birthday or for chosen members unless the member shares that.") List<OfferResponse> offers,
        @Nullable
                @Schema(description = "How the member buys; for staff only, and absent for who bought nothing in the window.")
                MemberRfmResponse rfm) {}
