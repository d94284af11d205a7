package id.setia.earning;

import id.setia.kernel.FieldError;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what staff wrote of a rule's caps, stacking, expiry and waiting, and gathers what is wrong. */
final class PolicyReading {

    private final RuleTerms terms;
    private final String pointer;
    private final List<FieldError> errors;

    PolicyReading(RuleTerms terms, String pointer, List<FieldError> errors) {
        this.terms = terms;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** The definition with its policies. */
    RuleDefinition onto(RuleDefinition plain) {
        refuseWhatOnlyPurchasesKnow(plain.trigger());
        return new RuleDefinition(
                plain.name(),
                plain.summary(),
                plain.trigger(),
                plain.conditions(),
                plain.effect(),
                plain.expiryMonths(),
                plain.funderId(),
                plain.event(),
                Optional.ofNullable(terms.stacking()).map(StackingTerms::read).orElse(null),
                caps().orElse(null),
                expiry().orElse(null),
                waiting().orElse(null));
    }

    private void refuseWhatOnlyPurchasesKnow(Trigger trigger) {
        if (trigger == Trigger.PURCHASE) {
            return;
        }
        if (terms.stacking() != null) {
            refuse("/stacking", "must_be_absent");
        }
        if (terms.caps() != null) {
            refuse("/caps", "must_be_absent");
        }
        if (terms.waiting() != null && Boolean.TRUE.equals(terms.waiting().confirmation())) {
            refuse("/waiting/confirmation", "must_be_absent");
        }
    }

    private Optional<Caps> caps() {
        if (terms.caps() == null) {
            return Optional.empty();
        }
        List<CapTerms> listed = Optional.ofNullable(terms.caps().perMember()).orElse(List.of());
        Set<CapKind> seen = new HashSet<>();
        boolean whole = true;
        for (int index = 0; index < listed.size(); index++) {
            if (listed.get(index) == null) {
                refuse("/caps/perMember/" + index, "required");
                whole = false;
            } else if (!seen.add(CapKind.of(listed.get(index).read()))) {
                refuse("/caps/perMember/" + index, "cap_repeated");
            }
        }
        return whole ? Optional.of(terms.caps().read()) : Optional.empty();
    }

    private Optional<ExpiryPolicy> expiry() {
        ExpiryTerms given = terms.expiry();
        if (given == null) {
            return Optional.empty();
        }
        if (terms.expiryMonths() != null && terms.expiryMonths() != 0) {
            refuse("/expiryMonths", "only_one_of", "expiry, expiryMonths");
        }
        boolean ofMonths = given.kind() == ExpiryKind.MONTHS_AFTER || given.kind() == ExpiryKind.INACTIVITY;
        boolean ofDate = given.kind() == ExpiryKind.FIXED_DATE;
        boolean complete = settled(given.months(), ofMonths, "/expiry/months");
        complete &= settled(given.month(), ofDate, "/expiry/month");
        complete &= settled(given.day(), ofDate, "/expiry/day");
        if (given.leastDays() != null && !ofDate) {
            refuse("/expiry/leastDays", "must_be_absent");
        }
        return complete ? Optional.of(policy(given)) : Optional.empty();
    }

    private ExpiryPolicy policy(ExpiryTerms given) {
        return switch (given.kind()) {
            case END_OF_MONTH -> new ExpiryPolicy.EndOfMonth(0);
            case MONTHS_AFTER -> new ExpiryPolicy.MonthsAfter(given.months());
            case INACTIVITY -> new ExpiryPolicy.Inactivity(given.months());
            case FIXED_DATE -> {
                refuseNoDay(given);
                yield new ExpiryPolicy.FixedDate(
                        given.month(), given.day(), Optional.ofNullable(given.leastDays()).orElse(0));
            }
        };
    }

    private void refuseNoDay(ExpiryTerms given) {
        try {
            MonthDay.of(given.month(), given.day());
        } catch (DateTimeException none) {
            refuse("/expiry/day", "no_such_day", given.day(), given.month());
        }
    }

    private Optional<Waiting> waiting() {
        WaitingTerms given = terms.waiting();
        if (given == null) {
            return Optional.empty();
        }
        boolean confirmation = Boolean.TRUE.equals(given.confirmation());
        if (confirmation == (given.days() != null)) {
            refuse("/waiting", "exactly_one_of", "days, confirmation");
        }
        return Optional.of(new Waiting(given.days() == null ? 0 : given.days(), confirmation));
    }

    /** Whether a value is there just when it is wanted. */
    private boolean settled(Object value, boolean wanted, String place) {
        if (wanted == (value != null)) {
            return true;
        }
        refuse(place, wanted ? "required" : "must_be_absent");
        return false;
    }

    private void refuse(String place, String code, Object... arguments) {
        errors.add(new FieldError(pointer + place, code, List.of(arguments)));
    }
}
