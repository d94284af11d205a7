package id.setia.platform;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever no handler of the framework knows: refusals as they are, faults of ours without a word of the inside. */
@Singleton
class ProblemHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemRenderer renderer;

    ProblemHandler(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Throwable thrown) {
        Problem problem = Mistakes.of(thrown);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.error("Request {} failed", RequestId.of(request), thrown);
        } else if (problem.code() == ProblemCode.TRY_AGAIN_LATER && !(thrown instanceof Problem)) {
            LOG.warn("Request {} was put off: {}", RequestId.of(request), thrown.toString());
        }
        return renderer.render(request, problem);
    }
}
