package id.setia.posting;

import id.setia.kernel.LocalText;
import id.setia.points.PointsSummary;
import id.setia.tiers.TierResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The member behind a phone number given at a till, as the till may know them. */
@Serdeable
@Schema(description = "The member behind a phone number given at a till, as any till may know them.")
public record EnrolledMemberResponse(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "Whether this enrolment made them; otherwise the number was somebody's already.", example = "true")
                boolean created,
        @Schema(description = "`unclaimed` until the person proves the phone on the portal; then they earn, but cannot spend and get no offers.", example = "unclaimed")
                String state,
        @Schema(description = "Name, masked, to check against the person; empty when none was given.", example = "S••• D•••") String name,
        @Nullable
                @Schema(
                        description = "Card number to print; only while the membership is unclaimed, and only for the partner that began it.",
                        example = "604211893357")
                String card,
        @Schema(description = "The tier now.") TierResponse tier,
        @Schema(description = "Points, without what lapses next.") PointsSummary points,
        @Schema(description = "Whether this enrolment sent the phone a message with the way to claim; one is sent once, and none without a phone gateway.", example = "true")
                boolean claimMessageSent,
        @Schema(description = "What the cashier should check before going on.") LocalText check,
        @Schema(
                        description = "Lines to print, each of at most 32 characters, in the member's language.",
                        example = "[\"Selamat datang di Klub\", \"Nusantara!\"]")
                List<String> print) {}
