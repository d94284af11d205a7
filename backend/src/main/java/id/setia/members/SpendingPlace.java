package id.setia.members;

import java.util.Optional;
import java.util.UUID;

/** What a code that is sent is good for: so many points at one place. */
public record SpendingPlace(UUID partnerId, Optional<UUID> storeId, long points) {

    String text() {
        return partnerId + "/" + storeId.map(UUID::toString).orElse("") + "/" + points;
    }
}
