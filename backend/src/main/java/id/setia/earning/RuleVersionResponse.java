package id.setia.earning;

import id.setia.kernel.LocalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A version of a rule. */
@Serdeable
@Schema(description = "A version of a rule; never changes once published.")
public record RuleVersionResponse(
        @Schema(description = "Its number, counted from 1 for each rule.", example = "3") int version,
        @Schema(
                        description = "`scheduled`: begins later; `in_force`: judges now; `ended`: has judged; `replaced`:"
                                + " another version took its place before it began.",
                        example = "in_force")
                RuleState state,
        @Schema(description = "Whether it only ends the rule.", example = "false") boolean end,
        @Schema(description = "First moment it judges.", example = "2026-12-01T00:00:00Z") Instant from,
        @Nullable
                @Schema(description = "First moment it judges no more; absent while open.", example = "2027-01-01T00:00:00Z")
                Instant until,
        @Schema(description = "When it was published.", example = "2026-11-22T03:04:05Z") Instant publishedAt,
        @Nullable
                @Schema(description = "Who published it; absent for what the program was founded with.", example = "Rina Wijaya")
                String publishedBy,
        @Schema(description = "What it says, in one sentence.") LocalText sentence,
        @Schema(description = "What it says.") RuleTerms terms) {}
