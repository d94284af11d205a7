package id.setia.posting;

import id.setia.points.LedgerTransaction;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** Which lots used points came from, and how many of each. */
@Serdeable
record UsedLots(List<Part> parts) {

    @Serdeable
    record Part(UUID lotId, long points) {}

    static UsedLots of(LedgerTransaction spent) {
        return new UsedLots(spent.taken().entrySet().stream()
                .map(lot -> new Part(lot.getKey(), lot.getValue()))
                .toList());
    }
}
