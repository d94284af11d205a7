package id.setia.platform;

import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Sql;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.cookie.CookieSizeExceededException;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.security.authentication.AuthenticationException;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.validation.ConstraintViolationException;
import java.io.EOFException;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tells whose fault something thrown is: the caller's, the database's for now, or ours. */
final class Mistakes {

    private Mistakes() {}

    /** The problem to show for something thrown. */
    static Problem of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            Optional<Problem> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return Problem.of(ProblemCode.INTERNAL_ERROR);
    }

    /** The problem to show for a status that the framework chose. */
    static Problem of(int status) {
        return Problem.of(switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404, 410 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 409 -> ProblemCode.CONCURRENT_REQUEST;
            case 413, 414, 431 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ProblemCode.VALIDATION_FAILED;
            case 429 -> ProblemCode.RATE_LIMITED;
            case 503 -> ProblemCode.TRY_AGAIN_LATER;
            default -> status >= 500 ? ProblemCode.INTERNAL_ERROR : ProblemCode.MALFORMED_REQUEST;
        });
    }

    private static Optional<Problem> known(Throwable cause) {
        return Optional.ofNullable(switch (cause) {
            case Problem problem -> problem;
            case ConstraintViolationException invalid -> Problem.invalid(Violations.errors(invalid));
            case UnsatisfiedRouteException missing -> missing(missing);
            case ConversionErrorException unreadable -> unreadable(unreadable);
            case AuthorizationException refused -> Problem.of(
                    refused.isForbidden() ? ProblemCode.FORBIDDEN : ProblemCode.UNAUTHENTICATED);
            case AuthenticationException ignored -> Problem.of(ProblemCode.UNAUTHENTICATED);
            case HttpStatusException chosen -> of(chosen.getStatus().getCode());
            case ContentLengthExceededException ignored -> Problem.of(ProblemCode.PAYLOAD_TOO_LARGE);
            case BufferLengthExceededException ignored -> Problem.of(ProblemCode.PAYLOAD_TOO_LARGE);
            case CookieSizeExceededException ignored -> Problem.of(ProblemCode.PAYLOAD_TOO_LARGE);
            case JsonSyntaxException ignored -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case UriSyntaxException ignored -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case URISyntaxException ignored -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case DecompressionException ignored -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case EOFException ignored -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case ConnectionException ignored -> Problem.of(ProblemCode.TRY_AGAIN_LATER);
            case TransactionSystemException ignored -> Problem.of(ProblemCode.TRY_AGAIN_LATER);
            case SQLException fault when Sql.passes(fault) -> Problem.of(ProblemCode.TRY_AGAIN_LATER);
            default -> null;
        });
    }

    /** A required parameter that is not there; a missing body is no field of it. */
    private static Problem missing(UnsatisfiedRouteException missing) {
        return isBody(missing.getArgument().getAnnotationMetadata())
                ? Problem.malformed(new FieldError("", "body_empty", List.of()))
                : Problem.invalid("/" + missing.getArgument().getName(), "required");
    }

    /** A parameter of another type than it should be; a body says more in its cause. */
    private static Problem unreadable(ConversionErrorException unreadable) {
        if (unreadable.getCause() instanceof CodecException codec && codec.getCause() instanceof Problem problem) {
            return problem;
        }
        if (unreadable.getCause() instanceof Problem problem) {
            return problem;
        }
        return isBody(unreadable.getArgument().getAnnotationMetadata())
                ? Problem.of(ProblemCode.MALFORMED_REQUEST)
                : Problem.invalid(List.of(
                        new FieldError("/" + unreadable.getArgument().getName(), "value_malformed", List.of())));
    }

    private static boolean isBody(AnnotationMetadata argument) {
        return argument.hasAnnotation(Body.class);
    }
}
