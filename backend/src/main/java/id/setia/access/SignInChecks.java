package id.setia.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Checks credentials, so many times per account and address. */
@Singleton
class SignInChecks {

    private final Attempts attempts;
    private final ClientAddress address;
    private final MemberCredentials members;
    private final StaffAccounts staff;

    SignInChecks(Attempts attempts, ClientAddress address, MemberCredentials members, StaffAccounts staff) {
        this.attempts = attempts;
        this.address = address;
        this.members = members;
        this.staff = staff;
    }

    Optional<UUID> verify(HttpRequest<?> request, SessionKind kind, String email, String password) {
        String from = address.of(request);
        String account = kind.value() + "/" + account(kind, email);
        attempts.take(AttemptKind.SIGN_IN_ADDRESS, from);
        attempts.take(AttemptKind.SIGN_IN_ACCOUNT, account);
        Optional<UUID> subjectId = switch (kind) {
            case MEMBER -> members.verify(email, password);
            case STAFF -> staff.verify(email, password);
        };
        if (subjectId.isPresent()) {
            attempts.giveBack(AttemptKind.SIGN_IN_ADDRESS, from);
            attempts.forget(AttemptKind.SIGN_IN_ACCOUNT, account);
        }
        return subjectId;
    }

    private String account(SessionKind kind, String login) {
        return switch (kind) {
            case MEMBER -> members.account(login);
            case STAFF -> EmailAddress.normal(login);
        };
    }
}
