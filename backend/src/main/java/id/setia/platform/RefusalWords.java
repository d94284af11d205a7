package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.Refusals;
import jakarta.inject.Singleton;

/** The words of refusals that stand inside an answer. */
@Singleton
class RefusalWords implements Refusals {

    private final ProblemTexts texts;

    RefusalWords(ProblemTexts texts) {
        this.texts = texts;
    }

    @Override
    public Problem of(RuntimeException thrown) {
        return Mistakes.of(thrown);
    }

    @Override
    public LocalText detail(Problem problem) {
        return LocalText.of(texts.detail(problem, "id"), texts.detail(problem, "en"));
    }

    @Override
    public LocalText detail(FieldError error) {
        return LocalText.of(texts.detail(error, "id"), texts.detail(error, "en"));
    }
}
