package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses addresses with {@link UnusableText} in a parameter; the same of bodies is looked for as they are read. */
@ServerFilter("/api/**")
@Order(TextFilter.AFTER_SECURITY)
class TextFilter {

    static final int AFTER_SECURITY = 39_251;

    /** At a glance: a control character is escaped in an address, and a half of a character cannot be. */
    private static final Pattern ESCAPED = Pattern.compile("%[01][0-9A-Fa-f]");

    private final ProblemRenderer renderer;

    TextFilter(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @RequestFilter
    Optional<HttpResponse<?>> refuse(HttpRequest<?> request) {
        if (!ESCAPED.matcher(request.getUri().toString()).find()) {
            return Optional.empty();
        }
        List<FieldError> errors = new ArrayList<>();
        request.getParameters().forEach((name, values) -> {
            if (UnusableText.isIn(name) || values.stream().anyMatch(UnusableText::isIn)) {
                errors.add(UnusableText.error("/" + RequestShape.escape(name)));
            }
        });
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(renderer.render(request, Problem.invalid(errors)));
    }
}
