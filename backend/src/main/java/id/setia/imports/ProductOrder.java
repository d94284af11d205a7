package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What an import of products is asked to do.
 *
 * @param dryRun whether only to tell what would be done
 * @param language of the reasons in the report, {@code id} or {@code en}
 * @param header titles of the file's columns
 */
@Serdeable
record ProductOrder(String partnerId, boolean dryRun, String language, List<String> header) {

    UUID partner() {
        return UUID.fromString(partnerId);
    }
}
