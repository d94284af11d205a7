package id.setia.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an import is asked to do.
 *
 * @param storeId the store of rows that name none
 * @param language of the reasons in the report and of new members, {@code id} or {@code en}
 * @param header titles of the file's columns
 */
@Serdeable
record ImportOrder(@Nullable String storeId, String language, List<String> header) {

    Optional<UUID> store() {
        return Optional.ofNullable(storeId).map(UUID::fromString);
    }
}
