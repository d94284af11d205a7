package id.setia.closing;

import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How partners are named in the books. */
@Singleton
class BookPartners {

    private final PartnerDirectory partners;

    BookPartners(PartnerDirectory partners) {
        this.partners = partners;
    }

    PartnerSummary summary(UUID partnerId) {
        String id = PublicId.PARTNER.format(partnerId);
        return partners.partner(partnerId)
                .map(partner -> new PartnerSummary(id, partner.code(), partner.name()))
                .orElse(new PartnerSummary(id, id, id));
    }

    String code(UUID partnerId) {
        return summary(partnerId).code();
    }
}
