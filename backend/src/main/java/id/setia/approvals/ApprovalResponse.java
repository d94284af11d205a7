package id.setia.approvals;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Something that waits, or waited, for a second person's yes. */
@Serdeable
@Schema(description = "Something that waits, or waited, for a second person's yes.")
public record ApprovalResponse(
        @Schema(description = "The request.", example = "apr_01kq5zv4m8e7t9b3x2c1d0f6ga") String approvalId,
        @Schema(description = "Which act it asks for.", example = "points_adjustment") String kind,
        @Schema(description = "`waiting`, `approved`, `rejected`, `withdrawn` or `expired`.", example = "waiting") String state,
        @Schema(description = "What would happen.") LocalText title,
        @Schema(description = "Why.") LocalText reason,
        @Schema(description = "In the words of who asks.", example = "Struk hilang, foto ada di tiket") String explanation,
        @Nullable @Schema(description = "The member it concerns; absent where it concerns no single one.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Nullable @Schema(description = "The member's name; absent likewise.", example = "Sari Dewi") String memberName,
        @Nullable @Schema(description = "What it is about, a draft of a rule or a judging again; absent for all else.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga") String subjectId,
        @Schema(description = "Who asks.", example = "stf_01kq5zv4m8e7t9b3x2c1d0f6ga") String requestedBy,
        @Schema(description = "Their name.", example = "Rina Wati") String requestedByName,
        @Schema(description = "Whether the caller asked.", example = "false") boolean own,
        @Schema(description = "When.", example = "2026-11-20T11:42:00Z") Instant requestedAt,
        @Schema(description = "Until when it waits.", example = "2026-11-27T11:42:00Z") Instant expiresAt,
        @Nullable @Schema(description = "Name of who decided; absent while nobody has.", example = "Adi Nugroho") String decidedByName,
        @Nullable @Schema(description = "When it was decided.", example = "2026-11-20T13:05:00Z") Instant decidedAt,
        @Schema(description = "In the words of who decided.", example = "Sudah dicek") String note) {}
