package id.setia.audiences;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.TextLine;
import id.setia.kernel.Transactions;
import id.setia.kernel.Version;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What staff do with audiences. */
@Singleton
class AudienceEditing {

    private static final int LONGEST_NAME = 80;

    private final AudienceRows rows;
    private final Audiences audiences;
    private final CriterionReader reader;
    private final List<AudienceUse> uses;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final IdMaker ids;
    private final AuditTrail audit;

    AudienceEditing(
            AudienceRows rows,
            Audiences audiences,
            CriterionReader reader,
            List<AudienceUse> uses,
            Transactions transactions,
            BusinessClock clock,
            IdMaker ids,
            AuditTrail audit) {
        this.rows = rows;
        this.audiences = audiences;
        this.reader = reader;
        this.uses = uses;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    UUID create(Caller by, WriteAudienceRequest request) {
        SavedAudience audience = new SavedAudience(
                ids.next(), name(request), criteria(request), Optional.empty(), 0, 1, clock.now());
        transactions.write(connection -> {
            rows.add(audience);
            record(by, "audience.created", audience);
            return null;
        });
        audiences.forget();
        return audience.id();
    }

    private static String name(WriteAudienceRequest request) {
        TextLine.objection("/name", request.name(), LONGEST_NAME).ifPresent(error -> {
            throw Problem.invalid(List.of(error));
        });
        return TextLine.normal(request.name());
    }

    private Optional<Criterion> criteria(WriteAudienceRequest request) {
        return Optional.ofNullable(request.criteria()).map(terms -> reader.read(terms, "/criteria"));
    }

    /** Writes an audience anew; a static list stays one, and so does one by criteria. */
    void change(Caller by, UUID audienceId, Version seen, WriteAudienceRequest request) {
        Optional<Criterion> criteria = criteria(request);
        transactions.write(connection -> {
            SavedAudience before = locked(audienceId, seen);
            if (before.isList() && criteria.isPresent()) {
                throw Problem.invalid("/criteria", "must_be_absent");
            }
            if (!before.isList() && criteria.isEmpty()) {
                throw Problem.invalid("/criteria", "required");
            }
            SavedAudience after = new SavedAudience(
                    audienceId,
                    name(request),
                    criteria,
                    before.listId(),
                    before.listed(),
                    before.version() + 1,
                    clock.now());
            rows.write(after);
            record(by, "audience.changed", after);
            return null;
        });
        audiences.forget();
    }

    /** Deletes an audience that nothing uses. */
    void delete(Caller by, UUID audienceId, Version seen) {
        transactions.write(connection -> {
            SavedAudience audience = locked(audienceId, seen);
            List<String> usedBy = usedBy(audienceId);
            if (!usedBy.isEmpty()) {
                throw Problem.of(ProblemCode.AUDIENCE_IN_USE, String.join(", ", usedBy));
            }
            rows.delete(audienceId);
            record(by, "audience.deleted", audience);
            return null;
        });
        audiences.forget();
    }

    List<String> usedBy(UUID audienceId) {
        return uses.stream().flatMap(use -> use.of(audienceId).stream()).toList();
    }

    private SavedAudience locked(UUID audienceId, Version seen) {
        SavedAudience audience = rows.lock(audienceId).orElseThrow(() -> Problem.of(ProblemCode.AUDIENCE_NOT_FOUND));
        seen.mustBe(audience.version());
        return audience;
    }

    private void record(Caller by, String act, SavedAudience audience) {
        audiences.advance();
        audit.record(
                by,
                act,
                "audience",
                audience.id(),
                "name",
                audience.name(),
                "version",
                Long.toString(audience.version()),
                "criteria",
                audience.criteria().map(Criterion::toString).orElse("list"));
    }
}
