package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What an import of a static list is asked to do.
 *
 * @param language of the reasons in the report, {@code id} or {@code en}
 * @param header titles of the file's columns
 */
@Serdeable
record ListOrder(String audienceId, String language, List<String> header) {

    UUID audience() {
        return UUID.fromString(audienceId);
    }
}
