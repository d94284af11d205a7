package id.setia.offers;

import id.setia.kernel.Batch;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Uses offers as a purchase does. */
@Singleton
class OfferUse {

    private final OffersAtHand atHand;
    private final Transactions transactions;

    OfferUse(OffersAtHand atHand, Transactions transactions) {
        this.atHand = atHand;
        this.transactions = transactions;
    }

    OffersAtHand.Desk desk(UUID member) {
        Sheaf sheaf = new Sheaf();
        DeskReading read = atHand.read(List.of(member), sheaf);
        transactions.read(sheaf);
        return atHand.desk(read);
    }

    void mark(UUID member, Offer offer, Instant now) {
        transactions.write(connection -> {
            Batch batch = new Batch();
            desk(member).markUsed(batch, member, offer.id(), now);
            batch.flush(connection);
            return null;
        });
    }
}
