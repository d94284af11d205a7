package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.FieldError;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes what members say of themselves: name, language, and a birth date as long as none is on record. */
@Singleton
class MemberDetails {

    private final EnrolmentChecks checks;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final ApplicationEventPublisher<ProfileChanged> publisher;

    MemberDetails(
            EnrolmentChecks checks,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            ApplicationEventPublisher<ProfileChanged> publisher) {
        this.checks = checks;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** @throws Problem {@code validation_failed} naming everything that is wrong */
    MemberDetailsResponse change(UUID memberId, MemberDetailsRequest request) {
        return transactions.write(connection -> {
            MemberRows.Row member = MemberRows.select(connection, List.of(memberId)).get(memberId);
            check(member, request);
            String name = PersonName.normal(request.name());
            Optional<LocalDate> birthDate = member.birthDate().or(() -> Optional.ofNullable(request.birthDate()));
            update(connection, memberId, name, request.language(), birthDate);
            audit.record(
                    new Caller.SignedInMember(memberId),
                    "member.details_changed",
                    "member",
                    memberId,
                    "name",
                    name,
                    "language",
                    request.language(),
                    "birthDate",
                    birthDate.map(LocalDate::toString).orElse(""));
            publisher.publishEvent(new ProfileChanged(memberId, clock.now()));
            return new MemberDetailsResponse(name, request.language(), birthDate.orElse(null));
        });
    }

    private void check(MemberRows.Row member, MemberDetailsRequest request) {
        List<FieldError> errors = new ArrayList<>();
        PersonName.objection("/name", request.name()).ifPresent(errors::add);
        boolean known = member.birthDate().isPresent();
        if (known && request.birthDate() != null && !member.birthDate().get().equals(request.birthDate())) {
            errors.add(new FieldError("/birthDate", "birth_date_fixed", List.of()));
        }
        if (!known) {
            checks.birthDate(request.birthDate()).ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void update(
            Connection connection, UUID memberId, String name, String language, Optional<LocalDate> birthDate)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE member
                SET name = ?, language = ?, birth_date = ?, version = version + 1, changed_at = ?
                WHERE id = ?""")) {
            update.setString(1, name);
            update.setString(2, language);
            update.setObject(3, birthDate.orElse(null));
            update.setObject(4, Sql.time(clock.now()));
            update.setBytes(5, UuidBytes.of(memberId));
            update.executeUpdate();
        }
    }
}
