package id.setia.posting;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Judging again what a rule judged. */
@Serdeable
@Schema(description = "Judging again what a version of a rule judged: first tried, then done.")
public record RejudgementResponse(
        @Schema(description = "Its id.", example = "rej_01kq5zv4m8e7t9b3x2c1d0f6ga") String rejudgementId,
        @Schema(description = "The rule.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga") String ruleId,
        @Schema(description = "Its name.") LocalText name,
        @Schema(description = "The version that was wrong.", example = "3") int version,
        @Nullable
                @Schema(
                        description = "Only purchases made from this moment on; absent for all.",
                        example = "2026-11-20T00:00:00Z")
                Instant from,
        @Nullable @Schema(description = "The version judged by instead; absent for none.", example = "2") Integer replacement,
        @Schema(description = "Whether members keep what they gained.", example = "false") boolean keepGains,
        @Schema(description = "Why, in words.", example = "Tiga kali poin karena salah ketik") String reason,
        @Schema(
                        description = "`trying`: what would happen is being reckoned; `tried`: it is known; `waiting`: a second"
                                + " person has to say yes; `correcting`: points are being put right; `done`; `failed`.",
                        example = "tried")
                RejudgementState state,
        @Schema(description = "Purchases to go over in the step under way or done last.", example = "1250") long total,
        @Schema(description = "What it would come to, as far as it is known.") RejudgementCountsResponse trial,
        @Nullable @Schema(description = "What it has come to; absent until points are put right.")
                RejudgementCountsResponse correction,
        @Nullable
                @Schema(
                        description = "The request for a second person's yes, if it needed one.",
                        example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String approvalId,
        @Nullable @Schema(description = "Name of who asked for it.", example = "Rina Wijaya") String requestedBy,
        @Schema(description = "When.", example = "2026-11-22T03:04:05Z") Instant requestedAt) {}
