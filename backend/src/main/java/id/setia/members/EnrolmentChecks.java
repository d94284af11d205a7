package id.setia.members;

import id.setia.access.EmailAddress;
import id.setia.access.PasswordPolicy;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.messages.PhoneChannel;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody who wants to join must give. */
@Singleton
class EnrolmentChecks {

    private static final Set<String> LANGUAGES = Set.of("id", "en");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private static final String PURPOSES =
            Arrays.stream(ConsentPurpose.values()).map(ConsentPurpose::value).collect(Collectors.joining(", "));

    private final PasswordPolicy passwords;
    private final MinimumAge minimumAge;
    private final BusinessClock clock;
    private final PhoneChannel phones;
    private final Referrals referrals;

    EnrolmentChecks(
            PasswordPolicy passwords,
            MinimumAge minimumAge,
            BusinessClock clock,
            PhoneChannel phones,
            Referrals referrals) {
        this.passwords = passwords;
        this.minimumAge = minimumAge;
        this.clock = clock;
        this.phones = phones;
        this.referrals = referrals;
    }

    /** How they can be reached; at least one. */
    record Contacts(Optional<EmailAddress> email, Optional<PhoneNumber> phone) {

        /** Where the code goes. */
        Contact first() {
            return phone.<Contact>map(Contact.Phone::new).orElseGet(() -> new Contact.Email(email.orElseThrow()));
        }
    }

    /**
     * The contacts of a request in which all is well.
     *
     * @throws Problem {@code validation_failed} naming everything that is not
     */
    Contacts check(EnrolMemberRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Contacts contacts = contacts(request, errors);
        String named = Optional.ofNullable(request.email()).or(() -> Optional.ofNullable(request.phone())).orElse("");
        passwords.objection("/password", request.password(), named).ifPresent(errors::add);
        PersonName.objection("/name", request.name()).ifPresent(errors::add);
        birthDate(request.birthDate())
                .or(() -> minimumAge.objection(
                        Optional.ofNullable(request.birthDate()), Boolean.TRUE.equals(request.ageConfirmed())))
                .ifPresent(errors::add);
        if (!LANGUAGES.contains(request.language())) {
            errors.add(new FieldError("/language", "value_unknown", List.of("id, en")));
        }
        if (!request.termsAccepted()) {
            errors.add(new FieldError("/termsAccepted", "must_be_true", List.of()));
        }
        if (request.referralCode() != null
                && !request.referralCode().isBlank()
                && referrals.holder(request.referralCode()).isEmpty()) {
            errors.add(new FieldError("/referralCode", "referral_code_unknown", List.of()));
        }
        for (int index = 0; index < request.consents().size(); index++) {
            if (ConsentPurpose.of(request.consents().get(index).purpose()).isEmpty()) {
                errors.add(new FieldError("/consents/" + index + "/purpose", "value_unknown", List.of(PURPOSES)));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return contacts;
    }

    private Contacts contacts(EnrolMemberRequest request, List<FieldError> errors) {
        if (request.email() == null && request.phone() == null) {
            errors.add(new FieldError("/email", "required", List.of()));
        }
        Optional<EmailAddress> email = Optional.ofNullable(request.email()).flatMap(EmailAddress::parse);
        if (request.email() != null && email.isEmpty()) {
            errors.add(new FieldError("/email", "email_malformed", List.of()));
        }
        Optional<PhoneNumber> phone = Optional.ofNullable(request.phone()).flatMap(PhoneNumber::parse);
        if (request.phone() != null && !phones.isOpen()) {
            errors.add(new FieldError("/phone", "phone_not_offered", List.of()));
        } else if (request.phone() != null && phone.isEmpty()) {
            errors.add(new FieldError("/phone", "phone_malformed", List.of()));
        }
        return new Contacts(email, phone);
    }

    Optional<FieldError> birthDate(LocalDate birthDate) {
        boolean plausible = birthDate == null
                || !birthDate.isBefore(EARLIEST_BIRTH)
                        && birthDate.isBefore(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
        return plausible
                ? Optional.empty()
                : Optional.of(new FieldError("/birthDate", "birth_date_out_of_range", List.of(EARLIEST_BIRTH.toString())));
    }
}
