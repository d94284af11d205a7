package id.setia.posting;

import id.setia.access.StaffAccount;
import id.setia.access.StaffAccounts;
import id.setia.approvals.ApprovalState;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Terminal;
import id.setia.purchases.Purchases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Corrections, previews and checks as answers. */
@Singleton
class CorrectionAnswers {

    private final MemberLookup members;
    private final StaffAccounts staff;
    private final PartnerDirectory partners;
    private final PurchaseAnswers purchaseAnswers;
    private final Purchases purchases;

    CorrectionAnswers(
            MemberLookup members,
            StaffAccounts staff,
            PartnerDirectory partners,
            PurchaseAnswers purchaseAnswers,
            Purchases purchases) {
        this.members = members;
        this.staff = staff;
        this.partners = partners;
        this.purchaseAnswers = purchaseAnswers;
        this.purchases = purchases;
    }

    CorrectionPreviewResponse preview(List<MemberEffect> effects) {
        return new CorrectionPreviewResponse(effects.stream().map(this::effect).toList());
    }

    private EffectResponse effect(MemberEffect effect) {
        return EffectResponse.of(effect, members.name(effect.memberId()));
    }

    AdjustmentPreviewResponse preview(ManualPoints.Preview preview) {
        return new AdjustmentPreviewResponse(
                effect(preview.effect()),
                preview.needsApproval(),
                preview.limit().perAct(),
                preview.limit().perDay(),
                preview.today());
    }

    AdjustmentResponse of(ManualPoints.Made made) {
        String state = made.approval()
                .filter(approval -> approval.state() != ApprovalState.APPROVED)
                .map(approval -> approval.state().value())
                .orElse("posted");
        return new AdjustmentResponse(
                state,
                made.correction().map(this::of).orElse(null),
                made.approval().map(approval -> PublicId.APPROVAL.format(approval.id())).orElse(null));
    }

    CorrectionResponse of(Correction correction) {
        boolean refund = correction.kind() == CorrectionKind.REFUND;
        Correction.Actor actor = correction.actor();
        return new CorrectionResponse(
                PublicId.CORRECTION.format(correction.id()),
                correction.kind().value(),
                correction.at(),
                correction.memberId().map(PublicId.MEMBER::format).orElse(null),
                correction.otherMemberId().map(PublicId.MEMBER::format).orElse(null),
                correction.documentId().filter(id -> !refund).map(PublicId.PURCHASE::format).orElse(null),
                correction.documentId().filter(id -> refund).map(PublicId.REFUND::format).orElse(null),
                correction.points(),
                correction.debt(),
                correction.reason().map(CorrectionReason::text).orElse(null),
                correction.explanation(),
                actor.staffId().map(this::staffName).orElse(null),
                actor.storeId().map(purchaseAnswers::store).orElse(null),
                actor.terminalId().flatMap(this::terminal).orElse(null),
                actor.cashier().orElse(null));
    }

    String staffName(UUID staffId) {
        return staff.find(staffId).map(StaffAccount::name).orElse("");
    }

    Optional<String> terminal(UUID terminalId) {
        return partners.terminal(terminalId).map(Terminal::code);
    }

    ReviewResponse of(PointsReview review) {
        return new ReviewResponse(
                PublicId.REVIEW.format(review.id()),
                review.state().value(),
                PublicId.MEMBER.format(review.memberId()),
                members.name(review.memberId()),
                purchaseAnswers.of(purchases.find(review.purchaseId()).orElseThrow()),
                review.points(),
                List.copyOf(review.reasons()),
                review.reasons().stream().map(VelocityLimit::of).map(VelocityLimit::text).toList(),
                review.cashier().orElse(null),
                review.openedAt(),
                review.decidedAt().orElse(null),
                review.decidedBy().map(this::staffName).orElse(null),
                review.explanation());
    }
}
