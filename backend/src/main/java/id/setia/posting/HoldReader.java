package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.FoundMember;
import id.setia.members.MemberCodeResponse;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.SpendingPlace;
import id.setia.members.SpendingProof;
import id.setia.members.SpendingProofKind;
import id.setia.members.SpendingProofs;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardKind;
import id.setia.rewards.Rewards;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what is to be set aside as a till or a partner sent it. */
@Singleton
class HoldReader {

    private static final String CODED_CARD = "S1\\.[^.]+\\.[0-9]+";
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final ReceiptReader receipts;
    private final MemberRegistry members;
    private final ProgramSettings settings;
    private final PointsPayments payments;
    private final SpendingProofs proofs;
    private final Rewards rewards;

    HoldReader(
            ReceiptReader receipts,
            MemberRegistry members,
            ProgramSettings settings,
            PointsPayments payments,
            SpendingProofs proofs,
            Rewards rewards) {
        this.receipts = receipts;
        this.members = members;
        this.settings = settings;
        this.payments = payments;
        this.proofs = proofs;
        this.rewards = rewards;
    }

    HoldOrder read(CreateHoldRequest request, Caller.ApiClient caller) {
        Optional<Store> store = store(request.storeId(), caller);
        UUID member = member(request.member(), caller).id();
        HoldPurpose purpose = Optional.ofNullable(request.purpose()).orElse(HoldPurpose.PAYMENT);
        if (purpose == HoldPurpose.PAYMENT && !payments.by(settings.current()).allows(request.points())) {
            PointsPaymentPolicy policy = payments.policy();
            throw Problem.invalid("/points", "points_not_payable", policy.minimumPoints(), policy.stepPoints());
        }
        Optional<UUID> reward = reward(request, purpose, caller);
        return new HoldOrder(
                member,
                request.points(),
                purpose,
                Optional.ofNullable(request.reference()),
                caller.partnerId(),
                store.map(Store::id),
                caller.clientId(),
                Optional.ofNullable(request.expiresInSeconds()).map(Integer::longValue).orElse(USUAL.toSeconds()),
                reward);
    }

    /** The reward, which costs what is to be set aside and is the caller's partner's to give. */
    private Optional<UUID> reward(CreateHoldRequest request, HoldPurpose purpose, Caller.ApiClient caller) {
        if (purpose != HoldPurpose.REWARD) {
            if (request.rewardId() != null) {
                throw Problem.invalid("/rewardId", "must_be_absent");
            }
            return Optional.empty();
        }
        if (request.rewardId() == null) {
            throw Problem.invalid("/rewardId", "required");
        }
        Reward reward = rewards.offered(PublicId.REWARD.parseOr(request.rewardId(), ProblemCode.REWARD_NOT_FOUND));
        if (!reward.honouringPartnerId().equals(caller.partnerId())) {
            throw Problem.of(ProblemCode.REWARD_NOT_FOUND);
        }
        if (reward.points() != request.points()) {
            throw Problem.invalid("/points", "differs", reward.points(), request.points());
        }
        if (reward.kind() == RewardKind.PRODUCT && request.storeId() == null && caller.storeId().isEmpty()) {
            throw Problem.invalid("/storeId", "required");
        }
        return Optional.of(reward.id());
    }

    private Optional<Store> store(@Nullable String storeId, Caller.ApiClient caller) {
        return storeId == null && caller.storeId().isEmpty()
                ? Optional.empty()
                : Optional.of(receipts.store(Optional.ofNullable(storeId), caller));
    }

    private FoundMember member(MemberReferenceRequest named, Caller.ApiClient caller) {
        if (named.paymentToken() != null) {
            throw Problem.invalid("/member/paymentToken", "payment_card_never_spends");
        }
        FigureReader figures = new FigureReader(settings.current().currency());
        Optional<MemberReference> who = receipts.member(figures, named, caller);
        figures.finish();
        return who.map(reference -> members.find(List.of(reference)).get(reference))
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    /** What proves that the member is there: said so, or in the very QR that named them. */
    static Optional<SpendingProof> proof(CreateHoldRequest request) {
        return Optional.ofNullable(request.proof())
                .map(SpendingProofRequest::proof)
                .or(() -> Optional.ofNullable(request.member().card())
                        .filter(card -> card.strip().matches(CODED_CARD))
                        .map(card -> new SpendingProof(SpendingProofKind.CARD_CODE, card)));
    }

    /**
     * Sends the member a code for what is asked.
     *
     * @throws Problem {@code spending_not_allowed}, {@code member_not_found} and as {@link SpendingProofs#send}
     */
    MemberCodeResponse sendCode(SendSpendingCodeRequest request, Caller.ApiClient caller) {
        Optional<Store> store = store(request.storeId(), caller);
        FoundMember member = member(request.member(), caller);
        if (!member.state().maySpend()) {
            throw Problem.of(ProblemCode.SPENDING_NOT_ALLOWED);
        }
        Program program = settings.current();
        LocalText number = MoneyText.number(request.points());
        long worth = program.worthOf(request.points()).minor(program.currency(), "/points");
        return proofs.send(
                member.id(),
                new SpendingPlace(caller.partnerId(), store.map(Store::id), request.points()),
                store.map(Store::name).orElse(program.name()),
                LocalText.of(
                        number.id() + " poin (" + MoneyText.in("id", worth, program.currency()) + ")",
                        number.en() + " points (" + MoneyText.in("en", worth, program.currency()) + ")"));
    }
}
