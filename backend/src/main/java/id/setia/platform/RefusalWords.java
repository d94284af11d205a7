package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.Refusals;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;

/** The words of refusals that stand inside an answer. */
@Singleton
class RefusalWords implements Refusals {

    private final ProblemTexts texts;
    private final RequestShape shape;

    RefusalWords(ProblemTexts texts, RequestShape shape) {
        this.texts = texts;
        this.shape = shape;
    }

    @Override
    public Problem of(RuntimeException thrown) {
        return Mistakes.of(thrown);
    }

    @Override
    public <T> T read(JsonNode tree, Class<T> type) {
        return shape.read(tree, Argument.of(type));
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
