package id.setia.members;

import id.setia.kernel.Version;
import java.time.LocalDate;
import java.util.Optional;

/** What staff may correct of a member, in the form in which it is kept. */
record MemberDetails(
        String name,
        Optional<LocalDate> birthDate,
        String language,
        Optional<MemberReference> email,
        Optional<MemberReference> phone,
        Version version) {

    MemberDetailsResponse response() {
        return new MemberDetailsResponse(
                name,
                birthDate.orElse(null),
                language,
                email.map(MemberReference::value).orElse(null),
                phone.map(MemberReference::value).orElse(null));
    }
}
