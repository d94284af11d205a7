package id.setia.posting;

import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.points.FunderTotals;
import id.setia.points.LedgerProof;
import id.setia.points.Promise;
import id.setia.points.SealState;
import id.setia.points.Seals;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door for auditors: every promise of the ledger, checked. */
@Singleton
public class Proof {

    private final LedgerProof ledger;
    private final ReversalProof reversals;
    private final Seals seals;
    private final PartnerDirectory partners;
    private final SystemClock clock;
    private final Transactions transactions;

    Proof(
            LedgerProof ledger,
            ReversalProof reversals,
            Seals seals,
            PartnerDirectory partners,
            SystemClock clock,
            Transactions transactions) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.reversals = reversals;
        this.seals = seals;
        this.partners = partners;
        this.clock = clock;
    }

    /** Everything as it stood at one moment, also while purchases are being posted; the result is kept. */
    public ProofResponse now() {
        Map<Long, String> told = seals.told();
        ProofResponse proof = transactions.snapshot(connection -> check(told));
        if (!transactions.isRunning()) {
            seals.keepFull(
                    proof.seal().number(), proof.promises().stream().mapToLong(Promise::violations).sum());
        }
        return proof;
    }

    private ProofResponse check(Map<Long, String> told) {
        LedgerProof.Whole whole = ledger.whole();
        List<Promise> promises = new ArrayList<>(whole.promises());
        promises.addAll(reversals.promises());
        SealState seal = seals.check(told);
        promises.add(Promise.of(6, "Sealed rows are unchanged, and each seal follows from the one before", seal.broken()));
        promises.sort(Comparator.comparingInt(Promise::number));
        return new ProofResponse(
                promises.stream().allMatch(Promise::holds),
                clock.now(),
                "full",
                promises,
                whole.totals().stream().map(this::totals).toList(),
                SealResponse.of(seal, true),
                seals.ofMinute().map(KeptProofResponse::of).orElse(null),
                seals.ofWhole().map(KeptProofResponse::of).orElse(null),
                seals.ofEarlierMinutes().map(KeptProofResponse::of).orElse(null));
    }

    /** What the latest proof of the minute found of what was new, what earlier ones had found, and how old the last seal is. */
    ProofResponse latest() {
        SealState seal = seals.age();
        Optional<Seals.Proven> minute = seals.ofMinute();
        Promise promise = Promise.of(
                6, "The rows sealed last kept promises 1, 2, 3 and 6", minute.map(Seals.Proven::violations).orElse(0L));
        return new ProofResponse(
                promise.holds() && minute.isPresent(),
                minute.map(Seals.Proven::checkedAt).orElseGet(clock::now),
                "latest",
                List.of(promise),
                List.of(),
                SealResponse.of(seal, false),
                minute.map(KeptProofResponse::of).orElse(null),
                seals.ofWhole().map(KeptProofResponse::of).orElse(null),
                seals.ofEarlierMinutes().map(KeptProofResponse::of).orElse(null));
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
