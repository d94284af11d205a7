package id.setia.posting;

import id.setia.earning.EarningRules;
import id.setia.kernel.PublicId;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;

/** Receipts behind codes, as answers: of somebody else's only that it is. */
@Singleton
class ReceiptClaimAnswers {

    private final ProgramSettings settings;
    private final PurchaseAnswers purchases;
    private final PurchaseJudge judge;
    private final EarningRules rules;
    private final ReceiptCodes codes;

    ReceiptClaimAnswers(
            ProgramSettings settings,
            PurchaseAnswers purchases,
            PurchaseJudge judge,
            EarningRules rules,
            ReceiptCodes codes) {
        this.settings = settings;
        this.purchases = purchases;
        this.judge = judge;
        this.rules = rules;
        this.codes = codes;
    }

    ReceiptClaimResponse of(ReceiptCode code, ReceiptClaims.Seen seen) {
        Purchase purchase = seen.purchase();
        return switch (seen.state()) {
            case CLAIMED -> new ReceiptClaimResponse(
                    seen.state().value(), code.grouped(), null, null, null, null, null, null);
            case YOURS -> new ReceiptClaimResponse(
                    seen.state().value(),
                    code.grouped(),
                    purchases.store(purchase.head().storeId()),
                    purchase.head().businessDate(),
                    settings.current().money(purchase.amounts().total()),
                    purchase.points() - purchase.pointsTakenBack(),
                    null,
                    PublicId.PURCHASE.format(purchase.id()));
            case OPEN, EXPIRED, REFUNDED -> ofNobody(code, seen);
        };
    }

    private ReceiptClaimResponse ofNobody(ReceiptCode code, ReceiptClaims.Seen seen) {
        Program program = settings.current();
        Purchase purchase = seen.purchase();
        return new ReceiptClaimResponse(
                seen.state().value(),
                code.grouped(),
                purchases.store(purchase.head().storeId()),
                purchase.head().businessDate(),
                program.money(purchase.amounts().total()),
                seen.state() == ReceiptClaimState.OPEN ? judge.worth(rules.book(), program, purchase) : 0,
                seen.state() == ReceiptClaimState.OPEN ? codes.until(purchase) : null,
                null);
    }
}
