package id.setia.partners;

import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The stores and systems of a partner that leaves. */
@Singleton
class ClientTies implements PartnerTies {

    private final PartnerDirectory directory;
    private final Transactions transactions;

    ClientTies(PartnerDirectory directory, Transactions transactions) {
        this.directory = directory;
        this.transactions = transactions;
    }

    @Override
    public List<PartnerTie> of(UUID partnerId, Instant at) {
        List<PartnerTie> ties = new ArrayList<>();
        directory.stores().stream()
                .filter(store -> store.partnerId().equals(partnerId) && store.state() == StoreState.OPEN)
                .map(store -> PartnerTie.named("store", store.name()))
                .sorted(Comparator.comparing(PartnerTie::name))
                .forEach(ties::add);
        transactions.read(connection -> ApiClientRows.activeNames(connection, partnerId)).forEach(name -> ties.add(PartnerTie.named("api_client", name)));
        return ties;
    }
}
