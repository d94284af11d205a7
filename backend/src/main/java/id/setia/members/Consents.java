package id.setia.members;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.documents.DocumentKind;
import id.setia.documents.Documents;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What members agree to. A change of mind adds a row; nothing that was said is changed. */
@Singleton
class Consents {

    private static final String BY_THEMSELVES = "web";
    private static final String BY_STAFF = "staff";
    private static final String AT_A_COUNTER = "counter";
    private static final Set<String> CHANNELS = Set.of(AT_A_COUNTER, "app", "web", "phone", "paper");

    private final MemberRegistry members;
    private final Documents documents;
    private final MemberNews news;
    private final PartnerReads reads;
    private final AuditTrail audit;
    private final ApplicationEventPublisher<ConsentWithdrawn> publisher;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;

    Consents(
            MemberRegistry members,
            Documents documents,
            MemberNews news,
            PartnerReads reads,
            AuditTrail audit,
            ApplicationEventPublisher<ConsentWithdrawn> publisher,
            Transactions transactions,
            SystemClock clock,
            IdMaker ids) {
        this.members = members;
        this.documents = documents;
        this.news = news;
        this.reads = reads;
        this.audit = audit;
        this.publisher = publisher;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Everything the member ever said, the newest first. */
    List<ConsentRows.Row> history(Caller caller, UUID memberId) {
        return transactions.write(connection -> {
            MemberProfile member = known(memberId);
            List<ConsentRows.Row> rows = ConsentRows.history(connection, member.id());
            reads.note(caller, member.id(), "member.consents_viewed");
            if (caller instanceof Caller.SignedInStaff) {
                audit.record(caller, "member.consents_viewed", "member", member.id());
            }
            return rows;
        });
    }

    /**
     * Takes down the member's word, by themselves, through staff or a partner's system; the same word on the same text again
     * changes nothing.
     *
     * @throws Problem {@code validation_failed} for a text nobody was shown, or a channel that is not one
     */
    ConsentRows.Row change(Caller caller, UUID memberId, ConsentPurpose purpose, ChangeConsentRequest word) {
        check(caller, word);
        boolean given = word.given();
        return transactions.write(connection -> {
            MemberProfile member = known(memberId);
            Optional<ConsentRows.Row> latest = ConsentRows.history(connection, member.id()).stream()
                    .filter(row -> row.purpose().equals(purpose.value()))
                    .findFirst();
            if (latest.filter(row -> isSame(row, word)).isPresent()) {
                return latest.get();
            }
            ConsentRows.Row row = row(caller, member, purpose, word);
            ConsentRows.insert(connection, List.of(row));
            if (!given) {
                publisher.publishEvent(new ConsentWithdrawn(member.id(), purpose));
            }
            news.tell(member.id(), "member.consent_changed", Map.of("purpose", purpose.value(), "given", given));
            audit.record(
                    caller, "member.consent_changed", "member", member.id(), purpose.value(), String.valueOf(given));
            return row;
        });
    }

    private void check(Caller caller, ChangeConsentRequest word) {
        boolean client = caller instanceof Caller.ApiClient;
        new Objections()
                .unless(client || word.textVersion() == null, "/textVersion", "must_be_absent")
                .unless(client || word.channel() == null, "/channel", "must_be_absent")
                .unless(
                        word.textVersion() == null || documents.wasShown(DocumentKind.TERMS, word.textVersion()),
                        "/textVersion",
                        "text_version_unknown")
                .unless(
                        word.channel() == null || CHANNELS.contains(word.channel()),
                        "/channel",
                        "value_unknown",
                        String.join(", ", new TreeSet<>(CHANNELS)))
                .refuse();
    }

    private static boolean isSame(ConsentRows.Row latest, ChangeConsentRequest word) {
        return latest.given() == word.given()
                && (word.textVersion() == null || latest.textVersion().equals(word.textVersion()));
    }

    private MemberProfile known(UUID memberId) {
        return members.profile(memberId)
                .filter(member -> member.state() != MemberState.ERASED)
                .orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    private ConsentRows.Row row(
            Caller caller, MemberProfile member, ConsentPurpose purpose, ChangeConsentRequest word) {
        return new ConsentRows.Row(
                ids.next(),
                member.id(),
                purpose.value(),
                word.given(),
                Optional.ofNullable(word.textVersion()).orElseGet(() -> documents.versionInForce(DocumentKind.TERMS)),
                member.language(),
                channel(caller, word),
                kind(caller).format(caller.actorId().orElseThrow()),
                clock.now(),
                Optional.empty());
    }

    private static String channel(Caller caller, ChangeConsentRequest word) {
        return switch (caller) {
            case Caller.SignedInStaff staff -> BY_STAFF;
            case Caller.ApiClient client -> Optional.ofNullable(word.channel()).orElse(AT_A_COUNTER);
            case Caller.SignedInMember member -> BY_THEMSELVES;
            case Caller.Stranger stranger -> BY_THEMSELVES;
        };
    }

    private static PublicId kind(Caller caller) {
        return switch (caller) {
            case Caller.SignedInStaff staff -> PublicId.STAFF;
            case Caller.ApiClient client -> PublicId.API_CLIENT;
            case Caller.SignedInMember member -> PublicId.MEMBER;
            case Caller.Stranger stranger -> PublicId.MEMBER;
        };
    }
}
