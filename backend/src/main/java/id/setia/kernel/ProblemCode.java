package id.setia.kernel;

import java.util.Locale;

/** Every refusal of the API: a stable code and the HTTP status it is answered with. */
public enum ProblemCode {
    MALFORMED_REQUEST(400),
    VALIDATION_FAILED(422),
    UNAUTHENTICATED(401),
    TOKEN_EXPIRED(401),
    SIGN_IN_FAILED(401),
    INVALID_CLIENT(401),
    UNSUPPORTED_GRANT_TYPE(400),
    INVALID_SCOPE(400),
    FORBIDDEN(403),
    INSUFFICIENT_SCOPE(403),
    CSRF_TOKEN_INVALID(403),
    STORE_NOT_YOURS(403),
    NOT_FOUND(404),
    MEMBER_NOT_FOUND(404),
    PURCHASE_NOT_FOUND(404),
    PURCHASE_LINE_NOT_FOUND(404),
    REFUND_NOT_FOUND(404),
    STORE_NOT_FOUND(404),
    OFFER_NOT_FOUND(404),
    JOB_NOT_FOUND(404),
    ENROLMENT_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    PURCHASE_CONFLICT(409),
    REFUND_CONFLICT(409),
    PURCHASE_ALREADY_ATTACHED(409),
    ATTACH_WINDOW_CLOSED(409),
    REFUND_EXCEEDS_PURCHASE(409),
    NOTHING_LEFT_TO_REFUND(409),
    INSUFFICIENT_POINTS(409),
    CONCURRENT_REQUEST(409),
    SETUP_ALREADY_DONE(409),
    TRIAL_NOT_DONE(409),
    OFFER_NOT_AVAILABLE(409),
    OFFER_ALREADY_USED(409),
    CHANGED_MEANWHILE(412),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    CODE_INVALID(422),
    CODE_EXPIRED(422),
    FILE_UNREADABLE(422),
    VERSION_REQUIRED(428),
    TOO_MANY_ATTEMPTS(429),
    RATE_LIMITED(429),
    INTERNAL_ERROR(500),
    TRY_AGAIN_LATER(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The code as it stands in answers, {@code insufficient_points}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }
}
