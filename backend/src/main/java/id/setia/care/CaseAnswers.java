package id.setia.care;

import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Cases as the API shows them. */
@Singleton
class CaseAnswers {

    private final CaseMessages messages;
    private final PartnerDirectory partners;
    private final ProgramSettings settings;

    CaseAnswers(CaseMessages messages, PartnerDirectory partners, ProgramSettings settings) {
        this.messages = messages;
        this.partners = partners;
        this.settings = settings;
    }

    CaseResponse of(CareCase found) {
        ClaimedReceipt receipt = found.receipt();
        return new CaseResponse(
                PublicId.CASE.format(found.id()),
                found.kind().value(),
                found.state().value(),
                found.outcome().map(CaseOutcome::value).orElse(null),
                PublicId.MEMBER.format(found.memberId()),
                PublicId.STORE.format(receipt.storeId()),
                storeName(receipt),
                receipt.businessDate(),
                receipt.number(),
                settings.current().money(receipt.total()),
                found.purchaseId().map(PublicId.PURCHASE::format).orElse(null),
                found.points(),
                found.openedAt(),
                found.waitingSince(),
                found.answeredAt().orElse(null),
                messages.of(found.id()).stream().map(CaseMessageResponse::of).toList(),
                messages.photosOf(found.id()));
    }

    CaseSummary summary(CareCase found) {
        ClaimedReceipt receipt = found.receipt();
        return new CaseSummary(
                PublicId.CASE.format(found.id()),
                found.kind().value(),
                found.state().value(),
                found.outcome().map(CaseOutcome::value).orElse(null),
                PublicId.MEMBER.format(found.memberId()),
                storeName(receipt),
                receipt.businessDate(),
                receipt.number(),
                settings.current().money(receipt.total()),
                found.points(),
                found.openedAt(),
                found.waitingSince());
    }

    CandidateListResponse candidates(CareCase of, List<Purchase> purchases) {
        Program program = settings.current();
        return new CandidateListResponse(purchases.stream()
                .map(purchase -> candidate(of, purchase, program))
                .sorted(Comparator.comparingInt(CaseAnswers::likeness).reversed())
                .toList());
    }

    private static CandidateResponse candidate(CareCase of, Purchase purchase, Program program) {
        return new CandidateResponse(
                PublicId.PURCHASE.format(purchase.id()),
                purchase.head().businessDate(),
                purchase.head().till().orElse(null),
                purchase.head().receiptNumber().orElse(null),
                purchase.head().occurredAt(),
                program.money(purchase.amounts().total()),
                purchase.memberId().map(PublicId.MEMBER::format).orElse(null),
                purchase.head().receiptNumber().filter(of.receipt().number()::equalsIgnoreCase).isPresent(),
                purchase.amounts().total() == of.receipt().total());
    }

    private static int likeness(CandidateResponse candidate) {
        return (candidate.sameNumber() ? 2 : 0) + (candidate.sameTotal() ? 1 : 0);
    }

    private String storeName(ClaimedReceipt receipt) {
        return partners.store(receipt.storeId()).map(Store::name).orElse("");
    }
}
