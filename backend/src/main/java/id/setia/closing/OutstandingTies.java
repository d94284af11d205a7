package id.setia.closing;

import id.setia.partners.PartnerTie;
import id.setia.partners.PartnerTies;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The points that members keep at the expense of a partner that leaves. */
@Singleton
class OutstandingTies implements PartnerTies {

    private final LiabilityReport report;

    OutstandingTies(LiabilityReport report) {
        this.report = report;
    }

    @Override
    public List<PartnerTie> of(UUID partnerId, Instant at) {
        return report.now().of(partnerId).funders().stream()
                .map(owed -> new PartnerTie("outstanding_points", "", Optional.of(owed.outstanding())))
                .toList();
    }
}
