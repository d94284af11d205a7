package id.setia.posting;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A back-test. */
@Serdeable
@Schema(description = "A rule tried on past purchases, with its progress and, once done, its result.")
public record BackTestResponse(
        @Schema(description = "The job.", example = "job_01kq5zv4m8e7t9b3x2c1d0f6ga") String jobId,
        @Schema(description = "`queued`, `running`, `done` or `failed`.", example = "done") BackTestState state,
        @Schema(description = "Purchases gone over.", example = "5214") long done,
        @Schema(description = "Purchases to go over; 0 while it is not known.", example = "5214") long total,
        @Schema(description = "What the rule says, in one sentence.") LocalText sentence,
        @Nullable
                @Schema(description = "The rule that would be changed; absent for a new one.", example = "rul_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String ruleId,
        @Nullable @Schema(description = "The draft that is tried; absent for anything else.", example = "rdr_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String draftId,
        @Nullable @Schema(description = "The version that is tried, where one was named.", example = "2") Integer version,
        @Schema(
                        description = "The stores whose purchases count; empty for all.",
                        example = "[\"sto_01kq5zv4m8e7t9b3x2c1d0f6ga\"]")
                List<String> storeIds,
        @Schema(description = "First day of the purchases.", example = "2026-08-01") LocalDate from,
        @Schema(description = "Last day of the purchases.", example = "2026-10-31") LocalDate until,
        @Schema(description = "When it was asked for.", example = "2026-11-22T03:04:05Z") Instant createdAt,
        @Nullable @Schema(description = "When it was done; absent until then.", example = "2026-11-22T03:05:05Z")
                Instant finishedAt,
        @Nullable @Schema(description = "What came of it; absent until it is done.") BackTestResult result) {}
