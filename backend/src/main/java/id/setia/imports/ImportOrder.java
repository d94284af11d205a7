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
 * @param funderId the partner who funds opening balances, of members only
 * @param dryRun whether everything is checked and nothing written
 */
@Serdeable
record ImportOrder(
        @Nullable String storeId, String language, List<String> header, @Nullable String funderId, boolean dryRun) {

    /** What is asked of a file of purchases. */
    static ImportOrder ofPurchases(Optional<UUID> store, String language, List<String> header) {
        return new ImportOrder(store.map(UUID::toString).orElse(null), language, header, null, false);
    }

    /** What is asked of a file of members. */
    static ImportOrder ofMembers(UUID funder, boolean dryRun, String language, List<String> header) {
        return new ImportOrder(null, language, header, funder.toString(), dryRun);
    }

    /** The same, for good. */
    ImportOrder inEarnest() {
        return new ImportOrder(storeId, language, header, funderId, false);
    }

    Optional<UUID> funder() {
        return Optional.ofNullable(funderId).map(UUID::fromString);
    }

    Optional<UUID> store() {
        return Optional.ofNullable(storeId).map(UUID::fromString);
    }
}
