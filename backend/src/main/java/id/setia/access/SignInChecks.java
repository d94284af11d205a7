package id.setia.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Checks credentials and second factors, so many times per account and address. */
@Singleton
class SignInChecks {

    private final Attempts attempts;
    private final ClientAddress address;
    private final MemberCredentials members;
    private final StaffAccounts staff;
    private final SecondFactors secondFactors;

    SignInChecks(
            Attempts attempts,
            ClientAddress address,
            MemberCredentials members,
            StaffAccounts staff,
            SecondFactors secondFactors) {
        this.attempts = attempts;
        this.address = address;
        this.members = members;
        this.staff = staff;
        this.secondFactors = secondFactors;
    }

    Optional<UUID> verify(HttpRequest<?> request, SessionKind kind, String email, String password) {
        String from = address.of(request);
        String account = kind.value() + "/" + account(kind, email);
        Optional<UUID> subjectId = attempts.take(
                AttemptKind.SIGN_IN_ADDRESS, from,
                () -> attempts.take(AttemptKind.SIGN_IN_ACCOUNT, account, () -> compare(kind, email, password)));
        if (subjectId.isPresent()) {
            attempts.giveBack(AttemptKind.SIGN_IN_ADDRESS, from);
            attempts.forget(AttemptKind.SIGN_IN_ACCOUNT, account);
        }
        return subjectId;
    }

    private Optional<UUID> compare(SessionKind kind, String email, String password) {
        return switch (kind) {
            case MEMBER -> members.verify(email, password);
            case STAFF -> staff.verify(email, password);
        };
    }

    private String account(SessionKind kind, String login) {
        return switch (kind) {
            case MEMBER -> members.account(login);
            case STAFF -> EmailAddress.normal(login);
        };
    }

    /** @throws id.setia.kernel.Problem {@code one_time_code_required} or {@code one_time_code_invalid} */
    void verifySecondFactor(SessionKind kind, UUID subjectId, Optional<String> code) {
        if (kind == SessionKind.STAFF && secondFactors.inForce(subjectId)) {
            secondFactors.prove(subjectId, code);
        }
    }
}
