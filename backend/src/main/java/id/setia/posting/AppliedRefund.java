package id.setia.posting;

import id.setia.earning.RuleOutcome;
import id.setia.purchases.Refund;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a refund did.
 *
 * @param members whose purchases it touched
 * @param taken what was taken back, rule by rule, negative
 * @param takenBack points in all, 0 or more
 * @param debtAdded what of them could not be taken and is owed, 0 or more
 * @param back what of the payment came back, before anything was taken
 */
record AppliedRefund(
        List<Refund.RefundLine> lines,
        Set<UUID> members,
        List<RuleOutcome> taken,
        long takenBack,
        long debtAdded,
        PaymentReturns.Back back) {

    Optional<UUID> onlyMember() {
        return members.size() == 1 ? Optional.of(members.iterator().next()) : Optional.empty();
    }
}
