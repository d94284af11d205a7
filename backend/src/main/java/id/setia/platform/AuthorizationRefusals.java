package id.setia.platform;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers refusals of the security rules as problems. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AuthorizationRefusals implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ProblemRenderer renderer;

    AuthorizationRefusals(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        return renderer.render(request, Mistakes.of(refused));
    }
}
