package id.setia.posting;

import id.setia.earning.RuleOutcome;
import id.setia.purchases.Refund;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a refund did.
 *
 * @param takenByMember what it took back of those whose purchases it touched, each 0 or more; by whom they live on as
 * @param taken what was taken back, rule by rule, negative
 * @param takenBack points in all, 0 or more
 * @param debtAdded what of them could not be taken and is owed, 0 or more
 * @param back what of the payment came back, before anything was taken
 */
record AppliedRefund(
        List<Refund.RefundLine> lines,
        Map<UUID, Long> takenByMember,
        List<RuleOutcome> taken,
        long takenBack,
        long debtAdded,
        PaymentReturns.Back back) {

    /** The one member whose points it could move: purchases of nobody else, nor points of anybody else that had paid. */
    Optional<UUID> onlyMember() {
        Set<UUID> members = new HashSet<>(takenByMember.keySet());
        members.addAll(back.pointsByMember().keySet());
        return members.size() == 1 ? Optional.of(members.iterator().next()) : Optional.empty();
    }
}
