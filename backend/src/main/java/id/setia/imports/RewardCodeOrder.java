package id.setia.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What an import of codes is asked to do.
 *
 * @param language of the reasons in the report, {@code id} or {@code en}
 * @param column which column holds the codes, from 0
 */
@Serdeable
record RewardCodeOrder(String rewardId, String language, int column) {

    UUID reward() {
        return UUID.fromString(rewardId);
    }
}
