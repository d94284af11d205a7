package id.setia.posting;

import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import java.util.IdentityHashMap;
import java.util.Map;

/** The judgements of one transaction as the text that is kept, and back; what was written or read in the same transaction is not read again. */
final class JudgementTexts {

    private final Judgements judgements;
    private final Map<String, Judgement> known = new IdentityHashMap<>();

    JudgementTexts(Judgements judgements) {
        this.judgements = judgements;
    }

    String write(Judgement judgement) {
        String text = judgements.write(judgement);
        known.put(text, judgement);
        return text;
    }

    Judgement read(String text) {
        return known.computeIfAbsent(text, judgements::read);
    }
}
