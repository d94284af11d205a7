package id.setia.platform;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Renders every refusal, the framework's own too, as {@code application/problem+json} in the caller's language. */
@Singleton
@Primary
class ProblemRenderer implements ErrorResponseProcessor<Object> {

    static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private static final String SECONDS_TO_WAIT = "5";

    private final ProblemTexts texts;
    private final OfferedTypes types;
    private final Pages pages;

    ProblemRenderer(ProblemTexts texts, OfferedTypes types, Pages pages) {
        this.texts = texts;
        this.types = types;
        this.pages = pages;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem = context.getRootCause().map(Mistakes::of).orElseGet(() -> Mistakes.of(response.code()));
        if (problem.code() == ProblemCode.NOT_FOUND && pages.isNavigation(context.getRequest())) {
            return pages.page(context.getRequest());
        }
        return render(context.getRequest(), problem, response);
    }

    /** Gives a refusal without a body the problem of its status. */
    void explain(HttpRequest<?> request, MutableHttpResponse<?> refusal) {
        render(request, Mistakes.of(refusal.code()), refusal);
    }

    MutableHttpResponse<Object> render(HttpRequest<?> request, Problem problem) {
        return render(request, problem, HttpResponse.status(problem.code().status(), null));
    }

    @SuppressWarnings("unchecked")
    private MutableHttpResponse<Object> render(HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
        String language = texts.language(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
        MutableHttpResponse<Object> answer = (MutableHttpResponse<Object>) response;
        answer.status(problem.code().status(), null);
        if (request.getMethod() != HttpMethod.HEAD) {
            answer.contentType(PROBLEM_JSON).body(details(request, types.named(request, problem), language));
        }
        answer.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language);
        switch (problem.code().status()) {
            case 401 -> answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge(problem.code()));
            case 429, 503 -> answer.getHeaders().set(HttpHeaders.RETRY_AFTER, waiting(problem));
            default -> { }
        }
        AnswerHeaders.apply(request, answer);
        return answer;
    }

    private ProblemDetails details(HttpRequest<?> request, Problem problem, String language) {
        List<ProblemField> fields = problem.errors().stream()
                .map(error -> new ProblemField(error.pointer(), error.code(), texts.detail(error, language)))
                .toList();
        return new ProblemDetails(
                "urn:setia:problem:" + problem.code().code(),
                texts.title(problem, language),
                problem.code().status(),
                problem.code().code(),
                texts.detail(problem, language),
                RequestId.of(request),
                fields);
    }

    private static String challenge(ProblemCode code) {
        return switch (code) {
            case INVALID_CLIENT -> "Basic realm=\"setia\"";
            case TOKEN_EXPIRED -> "Bearer realm=\"setia\", error=\"invalid_token\"";
            default -> "Bearer realm=\"setia\"";
        };
    }

    /** Seconds to wait: what the refusal names first, else a few. */
    private static String waiting(Problem problem) {
        return problem.arguments().stream()
                .findFirst()
                .filter(Number.class::isInstance)
                .map(Object::toString)
                .orElse(SECONDS_TO_WAIT);
    }
}
