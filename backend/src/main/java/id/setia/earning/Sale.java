package id.setia.earning;

import id.setia.purchases.Channel;
import id.setia.purchases.TenderKind;
import java.util.Set;
import java.util.UUID;

/** Where a purchase came about and what paid it. */
public record Sale(UUID partner, UUID store, Channel channel, Set<TenderKind> payments) {

    private static final UUID NOWHERE = new UUID(0, 0);

    /** A purchase of which nothing is said. */
    public static final Sale UNKNOWN = new Sale(NOWHERE, NOWHERE, Channel.STORE, Set.of());
}
