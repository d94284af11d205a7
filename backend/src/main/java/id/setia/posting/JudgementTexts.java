package id.setia.posting;

import id.setia.earning.Judgement;
import id.setia.kernel.Json;
import java.util.IdentityHashMap;
import java.util.Map;

/** Judgements as the text that is kept, and back; what was written or read in the same transaction is not read again. */
final class JudgementTexts {

    private final Json json;
    private final Map<String, Judgement> known = new IdentityHashMap<>();

    JudgementTexts(Json json) {
        this.json = json;
    }

    String write(Judgement judgement) {
        String text = json.write(judgement);
        known.put(text, judgement);
        return text;
    }

    Judgement read(String text) {
        return known.computeIfAbsent(text, unknown -> json.read(unknown, Judgement.class));
    }
}
