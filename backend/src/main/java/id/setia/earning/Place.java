package id.setia.earning;

import id.setia.purchases.Channel;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import java.util.UUID;

/** Where a purchase must come about for a rule to apply; an empty set asks nothing. */
@Serdeable
public record Place(Set<UUID> partners, Set<UUID> stores, Set<Channel> channels) {

    public static final Place ANY = new Place(Set.of(), Set.of(), Set.of());
}
