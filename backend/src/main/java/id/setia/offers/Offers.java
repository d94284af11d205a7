package id.setia.offers;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Epochs;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door to the offers themselves: publishing, stopping, and those in force. */
@Singleton
public class Offers {

    private static final String EPOCH = "offers";

    private final OfferRows rows;
    private final Transactions transactions;
    private final Epochs epochs;
    private final IdMaker ids;
    private final BusinessClock clock;
    private final Epochs.Cached<List<Offer>> active;

    Offers(OfferRows rows, Transactions transactions, Epochs epochs, IdMaker ids, BusinessClock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.epochs = epochs;
        this.ids = ids;
        this.clock = clock;
        this.active = epochs.cached(EPOCH, rows::active);
    }

    /** Publishes an offer; its code must be new. */
    public Offer publish(NewOffer published) {
        Offer offer = published.withId(ids.next());
        transactions.write(connection -> {
            rows.add(offer, clock.now());
            epochs.advance(EPOCH);
            return null;
        });
        active.forget();
        return offer;
    }

    /** Takes an offer out of force, on every node within a second; purchases it served keep what it gave. */
    public void stop(UUID offerId) {
        transactions.write(connection -> {
            rows.stop(offerId);
            epochs.advance(EPOCH);
            return null;
        });
        active.forget();
    }

    /** Tells every node, with the running transaction, that an offer has changed. */
    void advance() {
        epochs.advance(EPOCH);
    }

    /** Reads the offers again at the next use; for the node that made a change, once it is committed. */
    void forget() {
        active.forget();
    }

    /** Offers that are not stopped, whenever they run, those that end first first. */
    List<Offer> active() {
        return active.get();
    }

    /** Those of them whose benefit is an earning rule. */
    List<Offer> withRules() {
        return active().stream().filter(offer -> offer.ruleId().isPresent()).toList();
    }

    /** The saved audiences that the offers are for. */
    static Set<UUID> savedAudiences(List<Offer> offers) {
        return offers.stream().flatMap(offer -> offer.audience().saved().stream()).collect(Collectors.toSet());
    }

    Optional<Offer> find(UUID offerId) {
        return active().stream().filter(offer -> offer.id().equals(offerId)).findFirst();
    }
}
