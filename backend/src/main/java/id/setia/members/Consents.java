package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What members agree to. A change of mind adds a row; nothing that was said is changed. */
@Singleton
class Consents {

    private static final String BY_THEMSELVES = "web";
    private static final String BY_STAFF = "staff";

    private final MemberRegistry members;
    private final Documents documents;
    private final MemberNews news;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    Consents(
            MemberRegistry members,
            Documents documents,
            MemberNews news,
            AuditTrail audit,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.members = members;
        this.documents = documents;
        this.news = news;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Everything the member ever said, the newest first. */
    List<ConsentRows.Row> history(Caller caller, UUID memberId) {
        return transactions.write(connection -> {
            MemberProfile member = known(memberId);
            List<ConsentRows.Row> rows = ConsentRows.history(connection, member.id());
            if (caller instanceof Caller.SignedInStaff) {
                audit.record(caller, "member.consents_viewed", "member", member.id());
            }
            return rows;
        });
    }

    /** Takes down the member's word, by themselves or through staff; the same word again changes nothing. */
    ConsentRows.Row change(Caller caller, UUID memberId, ConsentPurpose purpose, boolean given) {
        return transactions.write(connection -> {
            MemberProfile member = known(memberId);
            Optional<ConsentRows.Row> latest = ConsentRows.history(connection, member.id()).stream()
                    .filter(row -> row.purpose().equals(purpose.value()))
                    .findFirst();
            if (latest.filter(row -> row.given() == given).isPresent()) {
                return latest.get();
            }
            ConsentRows.Row row = row(caller, member, purpose, given);
            ConsentRows.insert(connection, List.of(row));
            news.tell(member.id(), "member.consent_changed", Map.of("purpose", purpose.value(), "given", given));
            audit.record(
                    caller, "member.consent_changed", "member", member.id(), purpose.value(), String.valueOf(given));
            return row;
        });
    }

    private MemberProfile known(UUID memberId) {
        return members.profile(memberId)
                .filter(member -> member.state() != MemberState.ERASED)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    private ConsentRows.Row row(Caller caller, MemberProfile member, ConsentPurpose purpose, boolean given) {
        boolean staff = caller instanceof Caller.SignedInStaff;
        PublicId kind = staff ? PublicId.STAFF : PublicId.MEMBER;
        return new ConsentRows.Row(
                ids.next(),
                member.id(),
                purpose.value(),
                given,
                documents.versionInForce(DocumentKind.TERMS),
                member.language(),
                staff ? BY_STAFF : BY_THEMSELVES,
                kind.format(caller.actorId().orElseThrow()),
                clock.now(),
                Optional.empty());
    }
}
