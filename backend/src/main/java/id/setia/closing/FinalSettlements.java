package id.setia.closing;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import id.setia.kernel.Transactions;
import id.setia.partners.Leaving;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.points.EntrySum;
import id.setia.points.LedgerHistory;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The door to the last account with partners that left: what they and the others owe each other beyond the months that are
 * closed, and what members still have at their expense. Made once for each, when its systems have ended; never changed.
 */
@Singleton
class FinalSettlements {

    private final FinalSettlementRows rows;
    private final ClosingRows closings;
    private final LedgerHistory history;
    private final LiabilityReport liability;
    private final AccountingValues values;
    private final PartnerDirectory partners;
    private final ProgramSettings program;
    private final Transactions transactions;
    private final BusinessClock clock;

    FinalSettlements(
            FinalSettlementRows rows,
            ClosingRows closings,
            LedgerHistory history,
            LiabilityReport liability,
            AccountingValues values,
            PartnerDirectory partners,
            ProgramSettings program,
            Transactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.closings = closings;
        this.history = history;
        this.liability = liability;
        this.values = values;
        this.partners = partners;
        this.program = program;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Problem {@code final_settlement_not_found} */
    FinalSettlement get(UUID partnerId) {
        return rows.find(partnerId).orElseThrow(() -> Problem.of(ProblemCode.FINAL_SETTLEMENT_NOT_FOUND));
    }

    /** Makes those that are missing; of several nodes that try, one does. */
    void runDue() {
        for (Partner partner : partners.partners()) {
            if (partner.leaving().flatMap(Leaving::endedAt).isPresent() && rows.find(partner.id()).isEmpty()) {
                make(partner.id());
            }
        }
    }

    private void make(UUID partnerId) {
        Instant now = clock.now();
        Owed owed = liability.now().of(partnerId).funders().stream().findFirst().orElse(Owed.nothing(partnerId));
        try {
            transactions.write(connection -> {
                rows.insert(new FinalSettlement(
                        partnerId,
                        now,
                        closings.lastClosed(),
                        values.on(program.current().dateOf(now)),
                        owed,
                        items(partnerId)));
                return null;
            });
        } catch (RuntimeException error) {
            if (!Sql.isDuplicateKey(error)) {
                throw error;
            }
        }
    }

    private List<FinalSettlement.Item> items(UUID partnerId) {
        Map<UUID, Map<UUID, Long>> closed = rows.closed(partnerId);
        return history.redeemedOf(partnerId).stream()
                .filter(sum -> !sum.funderId().equals(sum.honouringPartnerId().orElseThrow()))
                .map(sum -> item(sum, closed))
                .toList();
    }

    private static FinalSettlement.Item item(EntrySum sum, Map<UUID, Map<UUID, Long>> closed) {
        UUID creditor = sum.honouringPartnerId().orElseThrow();
        return new FinalSettlement.Item(
                sum.funderId(),
                creditor,
                sum.points(),
                closed.getOrDefault(sum.funderId(), Map.of()).getOrDefault(creditor, 0L));
    }
}
