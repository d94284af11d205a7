package id.setia.partners;

import id.setia.access.RegisteredClient;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who takes part, as of one epoch. */
record Directory(
        long epoch,
        Map<UUID, Partner> partners,
        Map<UUID, Store> stores,
        Map<UUID, Terminal> terminals,
        Map<UUID, RegisteredClient> clients,
        Map<StoreKey, Store> storesByCode,
        Map<String, RegisteredClient> clientsByKey,
        Optional<Partner> owner) {

    /** A partner's own name of a store. */
    record StoreKey(UUID partnerId, String code) {}

    static Directory of(
            long epoch,
            Map<UUID, Partner> partners,
            Map<UUID, Store> stores,
            Map<UUID, Terminal> terminals,
            Stream<RegisteredClient> live) {
        Map<UUID, RegisteredClient> clients =
                live.collect(Collectors.toUnmodifiableMap(RegisteredClient::id, client -> client));
        return new Directory(
                epoch,
                Map.copyOf(partners),
                Map.copyOf(stores),
                Map.copyOf(terminals),
                clients,
                stores.values().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                store -> new StoreKey(store.partnerId(), store.code()), store -> store)),
                clients.values().stream()
                        .collect(Collectors.toUnmodifiableMap(RegisteredClient::clientKey, client -> client)),
                partners.values().stream().filter(Partner::owner).findFirst());
    }
}
