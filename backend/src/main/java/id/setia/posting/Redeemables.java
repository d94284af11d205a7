package id.setia.posting;

import id.setia.access.Caller;
import id.setia.members.ConsentPurpose;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.members.SpendingProofKind;
import id.setia.program.Program;
import id.setia.purchases.Receipt;
import id.setia.rewards.MemberVouchers;
import id.setia.rewards.RewardMember;
import id.setia.rewards.RewardShelf;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a member could use on a receipt that is not paid yet. */
@Singleton
class Redeemables {

    private final PointsPayments payments;
    private final RewardShelf shelf;
    private final MemberVouchers vouchers;
    private final MemberRegistry members;

    Redeemables(PointsPayments payments, RewardShelf shelf, MemberVouchers vouchers, MemberRegistry members) {
        this.payments = payments;
        this.shelf = shelf;
        this.vouchers = vouchers;
        this.members = members;
    }

    /**
     * What points may pay; nothing is read for it.
     *
     * @param available points that can be used before the purchase
     */
    PayableResponse payable(FoundMember member, Receipt receipt, long available, Program program) {
        PointsPaymentPolicy policy = payments.policy();
        long most = member.state().maySpend() ? most(policy, receipt, available, program) : 0;
        return new PayableResponse(
                most,
                program.worthOf(most),
                policy.minimumPoints(),
                policy.stepPoints(),
                policy.proofsFor(Math.max(most, policy.minimumPoints())).stream()
                        .map(SpendingProofKind::value)
                        .sorted()
                        .toList());
    }

    private static long most(PointsPaymentPolicy policy, Receipt receipt, long available, Program program) {
        if (program.pointWorth().signum() <= 0) {
            return 0;
        }
        long payable = new PointsPayment(policy, program).most(receipt.amounts(), receipt.lines());
        long points = Math.min(
                available,
                BigDecimal.valueOf(Math.max(0, payable))
                        .divide(program.worthOfOne(), 0, RoundingMode.FLOOR)
                        .longValueExact());
        long steps = points - points % policy.stepPoints();
        return steps >= policy.minimumPoints() ? steps : 0;
    }

    /** Rewards and vouchers; read for it. */
    RedeemableResponse at(Caller.ApiClient till, FoundMember member, String tierCode, long available) {
        return new RedeemableResponse(
                shelf.redeemableAt(
                        new RewardMember(member.id(), member.state().maySpend(), tierCode, available), till.partnerId()),
                mayKnow(till, member) ? vouchers.usableAt(member.id(), till.partnerId()) : List.of());
    }

    private boolean mayKnow(Caller.ApiClient till, FoundMember member) {
        return till.programOwner()
                || members.profile(member.id())
                        .filter(known -> known.consentsTo(ConsentPurpose.PARTNER_SHARING))
                        .isPresent();
    }
}
