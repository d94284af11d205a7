package id.setia.members;

import id.setia.access.Caller;
import id.setia.access.EmailAddress;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.FieldError;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What staff, and partners' systems, may write into a member's details. */
@Singleton
class CorrectionChecks {

    private static final Set<String> LANGUAGES = Set.of("id", "en");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final String PHONE = "\\+[1-9][0-9]{7,14}";

    private final BusinessClock clock;

    CorrectionChecks(BusinessClock clock) {
        this.clock = clock;
    }

    /** @throws Problem {@code validation_failed} naming everything that is wrong */
    RecordedDetails check(Caller by, CorrectMemberRequest request, Version version) {
        List<FieldError> errors = new ArrayList<>();
        PersonName.objection("/name", request.name()).ifPresent(errors::add);
        LocalDate birth = request.birthDate();
        if (birth != null
                && (birth.isBefore(EARLIEST_BIRTH)
                        || !birth.isBefore(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC)))) {
            errors.add(new FieldError("/birthDate", "birth_date_out_of_range", List.of(EARLIEST_BIRTH.toString())));
        }
        if (!LANGUAGES.contains(request.language())) {
            errors.add(new FieldError("/language", "value_unknown", List.of("id, en")));
        }
        Optional<MemberReference> email = given(request.email()).map(MemberReference::email);
        if (email.isPresent() && EmailAddress.parse(email.get().value()).isEmpty()) {
            errors.add(new FieldError("/email", "email_malformed", List.of()));
        }
        Optional<MemberReference> phone = given(request.phone()).map(MemberReference::phone);
        if (phone.isPresent() && !phone.get().value().matches(PHONE)) {
            errors.add(new FieldError("/phone", "phone_malformed", List.of()));
        }
        if (email.isEmpty() && phone.isEmpty() && !(by instanceof Caller.ApiClient)) {
            errors.add(new FieldError("/email", "contact_needed", List.of()));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new RecordedDetails(
                PersonName.normal(request.name()), Optional.ofNullable(birth), request.language(), email, phone, version);
    }

    /**
     * Refuses what a partner's system leaves as it is: contacts are proven by their member, and a birth date on record brings
     * gifts.
     *
     * @throws Problem {@code validation_failed} naming everything that would change
     */
    void refuseProven(Caller by, RecordedDetails before, RecordedDetails wanted) {
        if (by instanceof Caller.ApiClient) {
            new Objections()
                    .unless(before.email().equals(wanted.email()), "/email", "contact_needs_proof")
                    .unless(before.phone().equals(wanted.phone()), "/phone", "contact_needs_proof")
                    .unless(
                            before.birthDate().isEmpty() || before.birthDate().equals(wanted.birthDate()),
                            "/birthDate",
                            "birth_date_fixed")
                    .refuse();
        }
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
