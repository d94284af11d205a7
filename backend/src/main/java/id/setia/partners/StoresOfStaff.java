package id.setia.partners;

import id.setia.access.KnownStores;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells {@code access} which stores there are. */
@Singleton
class StoresOfStaff implements KnownStores {

    private final PartnerDirectory partners;

    StoresOfStaff(PartnerDirectory partners) {
        this.partners = partners;
    }

    @Override
    public boolean exists(UUID storeId) {
        return partners.store(storeId).isPresent();
    }
}
