package id.setia.kernel;

import java.util.List;

/**
 * The caller's mistake, or a refusal the caller can do something about. Rendered as {@code application/problem+json} in
 * the caller's language; anything else that is thrown is ours and shows as a plain 500.
 */
public final class Problem extends RuntimeException {

    private final ProblemCode code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;

    private Problem(ProblemCode code, List<Object> arguments, List<FieldError> errors) {
        super(code.code() + (arguments.isEmpty() ? "" : " " + arguments) + (errors.isEmpty() ? "" : " " + errors), null, false, false);
        this.code = code;
        this.arguments = arguments;
        this.errors = errors;
    }

    /** A refusal; the arguments fill the places of its sentence. */
    public static Problem of(ProblemCode code, Object... arguments) {
        return new Problem(code, List.of(arguments), List.of());
    }

    /** A request whose field at the JSON pointer is wrong. */
    public static Problem invalid(String pointer, String fieldCode, Object... arguments) {
        return invalid(List.of(new FieldError(pointer, fieldCode, List.of(arguments))));
    }

    /** A request with several wrong fields. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemCode.VALIDATION_FAILED, List.of(), List.copyOf(errors));
    }

    /** A request that cannot be read, and where. */
    public static Problem malformed(FieldError mistake) {
        return new Problem(ProblemCode.MALFORMED_REQUEST, List.of(), List.of(mistake));
    }

    /** A refusal because what is stored differs from what was sent, with every difference. */
    public static Problem conflict(ProblemCode code, List<FieldError> differences, Object... arguments) {
        return new Problem(code, List.of(arguments), List.copyOf(differences));
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
