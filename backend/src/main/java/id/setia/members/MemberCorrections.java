package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import id.setia.messages.MessageQueue;
import id.setia.messages.MessageTexts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Staff correct a member's details: whole, from the version they saw, with a reason; a contact that goes is told. */
@Singleton
class MemberCorrections {

    private final CorrectionChecks checks;
    private final MemberNews news;
    private final CredentialChanges changes;
    private final MessageQueue messages;
    private final MessageTexts texts;
    private final OwnMembership own;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final BusinessClock businessClock;

    MemberCorrections(
            CorrectionChecks checks,
            MemberNews news,
            CredentialChanges changes,
            MessageQueue messages,
            MessageTexts texts,
            OwnMembership own,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            BusinessClock businessClock) {
        this.checks = checks;
        this.news = news;
        this.changes = changes;
        this.messages = messages;
        this.texts = texts;
        this.own = own;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    RecordedDetails read(UUID memberId) {
        return transactions.read(connection -> DetailRows.read(connection, memberId));
    }

    /**
     * Replaces the details.
     *
     * @throws Problem {@code changed_meanwhile}, {@code member_state_forbids}, {@code validation_failed}
     */
    RecordedDetails correct(Caller by, UUID memberId, Version from, CorrectMemberRequest request) {
        own.refuse(by, Set.of(memberId));
        RecordedDetails wanted = checks.check(by, request, from);
        return transactions.write(connection -> {
            MemberAct.CORRECT.after(MemberStateRows.lock(connection, memberId));
            RecordedDetails before = DetailRows.read(connection, memberId);
            from.mustBe(before.version().number());
            checks.refuseProven(by, before, wanted);
            DetailRows.change(connection, memberId, wanted, businessClock.now());
            replace(connection, by, memberId, MemberReference.Kind.EMAIL, before.email(), wanted.email(), before);
            replace(connection, by, memberId, MemberReference.Kind.PHONE, before.phone(), wanted.phone(), before);
            audit.record(by, "member.corrected", "member", memberId, changes(before, wanted, request.reason()));
            return DetailRows.read(connection, memberId);
        });
    }

    private void replace(
            Connection connection,
            Caller by,
            UUID memberId,
            MemberReference.Kind kind,
            Optional<MemberReference> before,
            Optional<MemberReference> wanted,
            RecordedDetails member)
            throws SQLException {
        if (before.equals(wanted)) {
            return;
        }
        changes.note(connection, memberId);
        DetailRows.release(connection, memberId, kind);
        if (wanted.isPresent()) {
            IdentifierRows.Row row = new IdentifierRows.Row(
                    wanted.get(), memberId, IdentifierRows.ACTIVE, Optional.empty(), true, false);
            if (!IdentifierRows.insert(connection, List.of(row), clock.now())) {
                throw Problem.invalid("/" + kind.value(), kind.value() + "_taken");
            }
        }
        before.ifPresent(old -> tellOld(memberId, old, member.language()));
        news.tell(by, memberId, "member.contact_changed", Map.of("kind", kind.value()));
    }

    private void tellOld(UUID memberId, MemberReference old, String language) {
        if (old.kind() == MemberReference.Kind.EMAIL) {
            messages.mail(
                    Optional.of(memberId),
                    old.value(),
                    texts.text(language, "member.corrected.subject"),
                    texts.text(language, "member.corrected.body"));
        } else {
            messages.phone(Optional.of(memberId), old.value(), texts.text(language, "member.corrected.phone"));
        }
    }

    private static String[] changes(RecordedDetails before, RecordedDetails after, String reason) {
        List<String> changes = new ArrayList<>();
        add(changes, "name", before.name(), after.name());
        add(changes, "birthDate", before.birthDate(), after.birthDate());
        add(changes, "language", before.language(), after.language());
        add(changes, "email", before.email(), after.email());
        add(changes, "phone", before.phone(), after.phone());
        changes.add("reason");
        changes.add(reason);
        return changes.toArray(String[]::new);
    }

    private static void add(List<String> changes, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(field);
            changes.add(String.valueOf(after));
        }
    }
}
