package id.setia.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with a request, so that the caller learns every field at once. */
public final class Objections {

    private final List<FieldError> errors = new ArrayList<>();

    public Objections add(Optional<FieldError> objection) {
        objection.ifPresent(errors::add);
        return this;
    }

    /** Objects to a field unless the condition holds. */
    public Objections unless(boolean good, String pointer, String code, Object... arguments) {
        if (!good) {
            errors.add(new FieldError(pointer, code, List.of(arguments)));
        }
        return this;
    }

    /** @throws Problem {@code validation_failed} naming every field, when there is any */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
