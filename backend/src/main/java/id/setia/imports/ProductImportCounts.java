package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an import of products has come to. */
@Serdeable
@Schema(description = "What an import of products has come to so far, or would come to in a dry run. Every row counts once.")
public record ProductImportCounts(
        @Schema(description = "Products not known before.", example = "120") long added,
        @Schema(description = "Products of which something changed.", example = "14") long changed,
        @Schema(description = "Products that are as the file says already.", example = "866") long unchanged,
        @Schema(description = "Rows refused; they are in the report.", example = "3") long refused) {

    static ProductImportCounts of(ProductTally tally) {
        return new ProductImportCounts(tally.added(), tally.changed(), tally.unchanged(), tally.refused());
    }
}
