package id.setia.posting;

import id.setia.earning.Evaluation;
import id.setia.earning.Judgement;
import id.setia.earning.Occasion;
import id.setia.earning.RuleBook;
import id.setia.earning.RuleVersion;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import jakarta.inject.Singleton;
import java.util.List;

/** What rules make of what is left of a purchase, in the circumstances in which it was judged: its tier and offers of then. */
@Singleton
class PastJudge {

    private final PartnerDirectory partners;
    private final ProgramSettings settings;

    PastJudge(PartnerDirectory partners, ProgramSettings settings) {
        this.partners = partners;
        this.settings = settings;
    }

    /** The versions that a judgement considered, in its order. */
    static List<RuleVersion> versions(RuleBook book, Judgement judgement) {
        return judgement.rules().stream()
                .map(outcome -> book.version(outcome.rule(), outcome.version()).orElseThrow())
                .toList();
    }

    /** How the versions judge it. */
    Judgement judge(List<RuleVersion> versions, Purchase purchase, Judgement circumstances) {
        Occasion occasion = new Occasion(
                purchase.head().occurredAt(),
                partners.store(purchase.head().storeId())
                        .map(Store::timeZone)
                        .orElse(settings.current().timeZone()),
                circumstances.tier(),
                circumstances.throughOffers());
        return Evaluation.judge(versions, occasion, PurchaseJudge.remaining(purchase.lines()), circumstances.late());
    }
}
