package id.setia.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.LocalText;
import id.setia.kernel.Money;
import id.setia.members.JoiningSettingsResponse;
import id.setia.program.Palette;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The programme as anybody may see it. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The program: what it is called, what it counts in, its tiers and the ways to earn.")
record ProgramResponse(
        @Schema(description = "Name of the program.", example = "Klub Nusantara") String name,
        @Schema(description = "ISO 4217 code of the only currency it takes.", example = "IDR") String currency,
        @Schema(description = "Time zone of its calendar, by IANA name.", example = "Asia/Jakarta") String timeZone,
        @Schema(description = "What points are called.") LocalText pointsName,
        @Schema(description = "What one point is worth to a member.") Money pointWorth,
        @Nullable @Schema(description = "Points given for joining, where the program gives any.", example = "100") Long joinBonus,
        @Nullable @Schema(description = "The program's logo; absent while it has none.") ProgramLogo logo,
        @Nullable @Schema(description = "Its shades, where it has a primary color of its own.") Palette palette,
        @Nullable @Schema(description = "Where members reach it; absent while it has not said.") ProgramContactResponse contact,
        @Schema(description = "Who may join.") JoiningSettingsResponse joining,
        @Schema(description = "Version of the terms in force; `0` where there are none.", example = "2026-11") String termsVersion,
        @Schema(description = "Languages of texts and messages.", example = "[\"id\",\"en\"]") List<String> languages,
        @Schema(description = "Whether this deployment shows invented data.", example = "false") boolean demo,
        @Schema(description = "Whether this deployment is a sandbox: its time is moved by those who try, and no message leaves it.", example = "false")
                boolean sandbox,
        @Schema(description = "Whether outgoing mail is shown on a page instead of being sent.", example = "false")
                boolean mailPage,
        @Schema(description = "Whether members can be reached by phone; without it forms offer e-mail only.", example = "true")
                boolean phoneChannel,
        @Schema(description = "The tiers, lowest first.") List<ProgramTier> tiers,
        @Schema(description = "The program's time: the real one unless a demonstration or a sandbox moved it.", example = "2026-11-22T03:04:05Z")
                Instant now,
        @Schema(description = "How many whole months a tier looks back on.", example = "6") int tierMonths,
        @Schema(description = "The ways to earn points that are open now.") List<WayToEarn> earning,
        @Nullable @Schema(description = "Log-ins to try, in a demonstration only.") List<DemoLogin> demoLogins) {}
