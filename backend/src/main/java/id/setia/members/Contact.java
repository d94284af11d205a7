package id.setia.members;

import id.setia.access.EmailAddress;
import java.util.Optional;

/** How a member can be reached and may sign in: an e-mail address or a phone number. */
public sealed interface Contact {

    /** An e-mail address. */
    record Email(EmailAddress address) implements Contact {}

    /** A phone number. */
    record Phone(PhoneNumber number) implements Contact {}

    /** The contact somebody typed into one field for both, or nothing when it is neither. */
    static Optional<Contact> parse(String text) {
        return text.indexOf('@') >= 0
                ? EmailAddress.parse(text).map(Email::new)
                : PhoneNumber.parse(text).map(Phone::new);
    }

    /** The contact as it is kept. */
    static Contact of(MemberReference.Kind kind, String value) {
        return kind == MemberReference.Kind.EMAIL ? new Email(new EmailAddress(value)) : new Phone(new PhoneNumber(value));
    }

    default MemberReference reference() {
        return switch (this) {
            case Email email -> MemberReference.email(email.address().value());
            case Phone phone -> MemberReference.phone(phone.number());
        };
    }

    /** {@code email} or {@code phone}. */
    default String kind() {
        return reference().kind().value();
    }

    /** The one form in which it is kept: an address in lower case, or a number in E.164. */
    default String value() {
        return reference().value();
    }

    /** As strangers may see it. */
    default String masked() {
        return switch (this) {
            case Email email -> email.address().masked();
            case Phone phone -> phone.number().masked();
        };
    }
}
