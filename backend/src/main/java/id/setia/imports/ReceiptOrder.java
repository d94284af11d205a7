package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What is to be done with a file of receipts.
 *
 * @param clientId for whom
 * @param partnerId whose client that is
 * @param language of what is told of refusals
 */
@Serdeable
record ReceiptOrder(UUID clientId, UUID partnerId, ReceiptFormat format, boolean dryRun, String language) {}
