package id.setia.posting;

import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.Refusals;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Why one row of a batch was refused. */
@Serdeable
@Schema(description = "Why one row of a batch was refused, as a problem of its own request would say it.")
public record RowRefusal(
        @Schema(description = "Stable code of the problem.", example = "purchase_conflict") String code,
        @Schema(description = "What happened and what to do.") LocalText detail,
        @Schema(description = "The fields of the row that are wrong; empty where no single field is to blame.")
                List<RowFieldError> errors) {

    static RowRefusal of(Problem problem, Refusals words) {
        return new RowRefusal(
                problem.code().code(),
                words.detail(problem),
                problem.errors().stream()
                        .map(error -> new RowFieldError(error.pointer(), error.code(), words.detail(error)))
                        .toList());
    }
}
