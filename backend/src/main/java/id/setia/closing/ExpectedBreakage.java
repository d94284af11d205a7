package id.setia.closing;

import jakarta.inject.Singleton;

/** The door to how many of the outstanding points are expected to lapse unspent, told partner by partner. */
@Singleton
public class ExpectedBreakage {

    private final LiabilityReport report;

    ExpectedBreakage(LiabilityReport report) {
        this.report = report;
    }

    /** As of now; goes over all lots that are open, which may take seconds. */
    public long now() {
        Liability liability = report.now();
        return liability.funders().stream()
                .mapToLong(owed -> liability.breakage(owed).of(owed.expiringPoints()))
                .sum();
    }
}
