package id.setia.posting;

import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.points.FunderTotals;
import id.setia.points.LedgerProof;
import id.setia.points.Promise;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The door for auditors: every promise of the ledger, checked. */
@Singleton
public class Proof {

    private final LedgerProof ledger;
    private final ReversalProof reversals;
    private final PartnerDirectory partners;
    private final SystemClock clock;
    private final Transactions transactions;

    Proof(
            LedgerProof ledger,
            ReversalProof reversals,
            PartnerDirectory partners,
            SystemClock clock,
            Transactions transactions) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.reversals = reversals;
        this.partners = partners;
        this.clock = clock;
    }

    /** Everything as it stood at one moment, also while purchases are being posted. */
    public ProofResponse now() {
        return transactions.snapshot(connection -> check());
    }

    private ProofResponse check() {
        List<Promise> promises = new ArrayList<>(ledger.promises());
        promises.addAll(reversals.promises());
        promises.sort(Comparator.comparingInt(Promise::number));
        return new ProofResponse(
                promises.stream().allMatch(Promise::holds),
                clock.now(),
                promises,
                ledger.totals().stream().map(this::totals).toList());
    }

    private FunderTotalsResponse totals(FunderTotals totals) {
        return new FunderTotalsResponse(
                PublicId.PARTNER.format(totals.funderId()),
                partners.partner(totals.funderId()).map(Partner::name).orElse(""),
                totals.issued(),
                totals.opening(),
                totals.redeemed(),
                totals.expired(),
                totals.adjusted(),
                totals.outstanding());
    }
}
