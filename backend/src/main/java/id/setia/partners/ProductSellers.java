package id.setia.partners;

import id.setia.products.Sellers;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Partners as those whose products there are. */
@Singleton
class ProductSellers implements Sellers {

    private final PartnerDirectory partners;

    ProductSellers(PartnerDirectory partners) {
        this.partners = partners;
    }

    @Override
    public UUID owner() {
        return partners.owner().id();
    }

    @Override
    public boolean isKnown(UUID partnerId) {
        return partners.partner(partnerId).isPresent();
    }
}
