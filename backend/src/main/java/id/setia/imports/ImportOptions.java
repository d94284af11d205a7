package id.setia.imports;

import java.util.Optional;

/**
 * What staff want of a file.
 *
 * @param storeId of purchases, the store of rows that name none; may be left out where there is but one
 * @param funderId of members, the partner who funds opening balances; the program's owner when left out
 * @param dryRun of members, whether everything is checked and nothing written
 * @param language of the reasons in the report
 */
record ImportOptions(
        ImportKind kind, Optional<String> storeId, Optional<String> funderId, boolean dryRun, String language) {}
