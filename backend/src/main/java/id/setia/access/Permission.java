package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** {@link Allowed} as it stands on an operation, and what follows for a caller. */
record Permission(
        boolean everyone, boolean member, Set<Role> staff, Set<Scope> scopes, boolean beforeSecondFactor) {

    private static final Permission NOBODY = new Permission(false, false, Set.of(), Set.of(), false);

    static Permission of(AnnotationMetadata operation) {
        AnnotationValue<Allowed> allowed = operation.getAnnotation(Allowed.class);
        return allowed == null
                ? NOBODY
                : new Permission(
                        allowed.booleanValue("everyone").orElse(false),
                        allowed.booleanValue("member").orElse(false),
                        Set.of(allowed.enumValues("staff", Role.class)),
                        Set.of(allowed.enumValues("scopes", Scope.class)),
                        allowed.booleanValue("beforeSecondFactor").orElse(false));
    }

    /** Why the caller may not; empty when they may. */
    Optional<Problem> refusal(Caller caller) {
        if (everyone) {
            return Optional.empty();
        }
        if (equals(NOBODY)) {
            return Optional.of(Problem.of(ProblemCode.FORBIDDEN));
        }
        return switch (caller) {
            case Caller.Stranger stranger -> Optional.of(Problem.of(ProblemCode.UNAUTHENTICATED));
            case Caller.SignedInMember signedIn -> unless(member, ProblemCode.FORBIDDEN);
            case Caller.SignedInStaff signedIn -> unless(
                    !staff.isEmpty()
                            && (signedIn.roles().contains(Role.ADMINISTRATOR)
                                    || !Collections.disjoint(staff, signedIn.roles())),
                    ProblemCode.FORBIDDEN);
            case Caller.ApiClient client -> scopes.isEmpty()
                    ? Optional.of(Problem.of(ProblemCode.FORBIDDEN))
                    : Optional.of(Scope.insufficient(scopes)).filter(lacking -> Collections.disjoint(scopes, client.scopes()));
        };
    }

    /** Why somebody whose second factor is still to be set up may not; empty when they may. */
    Optional<Problem> refusalBeforeSecondFactor() {
        return unless(everyone || beforeSecondFactor, ProblemCode.SECOND_FACTOR_REQUIRED);
    }

    private static Optional<Problem> unless(boolean allowed, ProblemCode refusal) {
        return allowed ? Optional.empty() : Optional.of(Problem.of(refusal));
    }
}
