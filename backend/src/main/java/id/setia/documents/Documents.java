package id.setia.documents;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Epochs;
import id.setia.kernel.FieldError;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.Sql;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.program.ProgramSettings;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The door to the public texts. What is published acts on every node within a second. */
@Singleton
public class Documents {

    /** The version of a text that is accepted where there is none. */
    public static final String NONE = "0";

    private static final String EPOCH = "documents";
    private static final String FIRST = "1";
    private static final int LONGEST = 60_000;
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,19}");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private final Transactions transactions;
    private final Epochs epochs;
    private final Epochs.Cached<List<Document>> known;
    private final ProgramSettings programs;
    private final StartingTexts startingTexts;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final IdMaker ids;

    Documents(
            Transactions transactions,
            Epochs epochs,
            ProgramSettings programs,
            StartingTexts startingTexts,
            AuditTrail audit,
            BusinessClock clock,
            SystemClock systemClock,
            IdMaker ids) {
        this.transactions = transactions;
        this.epochs = epochs;
        this.known = epochs.cached(EPOCH, () -> transactions.read(DocumentRows::all));
        this.programs = programs;
        this.startingTexts = startingTexts;
        this.audit = audit;
        this.clock = clock;
        this.systemClock = systemClock;
        this.ids = ids;
    }

    /** All versions of a text, the one that takes effect last first. */
    public List<Document> versions(DocumentKind kind) {
        return known.get().stream().filter(document -> document.kind() == kind).toList();
    }

    /** The version in force now. */
    public Optional<Document> inForce(DocumentKind kind) {
        LocalDate today = today();
        return versions(kind).stream()
                .filter(document -> !document.effectiveFrom().isAfter(today))
                .findFirst();
    }

    private LocalDate today() {
        return programs.current().dateOf(clock.now());
    }

    /** The name of the version in force, {@link #NONE} where there is no text. */
    public String versionInForce(DocumentKind kind) {
        return inForce(kind).map(Document::label).orElse(NONE);
    }

    /** Publishes the texts a deployment begins with, where there are none. */
    public void begin(LocalDate from) {
        transactions.write(connection -> {
            List<Document> present = DocumentRows.all(connection);
            for (DocumentKind kind : DocumentKind.values()) {
                if (present.stream().noneMatch(document -> document.kind() == kind)) {
                    LocalText text = startingTexts.of(kind, programs.stored().value().name());
                    DocumentRows.insert(
                            connection,
                            new Document(ids.next(), kind, FIRST, from, text, true, Optional.empty(), systemClock.now()));
                    epochs.advance(EPOCH);
                }
            }
            return null;
        });
        known.forget();
    }

    /**
     * Publishes a version. It can never be changed; a later one takes its place.
     *
     * @param label its name, up to 20 letters, digits, points and hyphens, used once
     * @param from its first day, today or later
     * @throws Problem {@code validation_failed}
     */
    public Document publish(Caller by, DocumentKind kind, String label, LocalDate from, LocalText text) {
        LocalText whole = LocalText.of(normal(text.id()), normal(text.en()));
        LocalDate today = today();
        new Objections()
                .unless(LABEL.matcher(label).matches(), "/version", "label_malformed")
                .unless(!from.isBefore(today) && !from.isAfter(LAST_DAY), "/effectiveFrom", "day_past", today.toString())
                .add(objection("/text/id", whole.id()))
                .add(objection("/text/en", whole.en()))
                .refuse();
        Document document = new Document(
                ids.next(),
                kind,
                label,
                from,
                whole,
                false,
                by.actorId(),
                systemClock.now());
        insert(by, document);
        known.forget();
        return document;
    }

    private static String normal(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    private static Optional<FieldError> objection(String pointer, String text) {
        if (text.isEmpty()) {
            return Optional.of(new FieldError(pointer, "required", List.of()));
        }
        if (text.length() > LONGEST) {
            return Optional.of(new FieldError(pointer, "text_too_long", List.of(LONGEST)));
        }
        return UNPRINTABLE.matcher(text).find()
                ? Optional.of(new FieldError(pointer, "text_unprintable", List.of()))
                : Optional.empty();
    }

    private void insert(Caller by, Document document) {
        try {
            transactions.write(connection -> {
                DocumentRows.insert(connection, document);
                epochs.advance(EPOCH);
                audit.record(
                        by,
                        "document.published",
                        "document",
                        document.id(),
                        "kind",
                        document.kind().value(),
                        "version",
                        document.label());
                return null;
            });
        } catch (RuntimeException error) {
            if (Sql.isDuplicateKey(error)) {
                throw Problem.invalid("/version", "label_taken");
            }
            throw error;
        }
    }

    /** Whether somebody of the programme has reviewed the text in force. */
    public boolean isReviewed(DocumentKind kind) {
        return inForce(kind).filter(document -> !document.starting()).isPresent();
    }

    /** The version with the name. */
    Optional<Document> version(DocumentKind kind, String label) {
        return versions(kind).stream()
                .filter(document -> document.label().equals(label))
                .findFirst();
    }

    /** Whether there is a version of the name that somebody can have been shown: the one in force, or an earlier one. */
    public boolean wasShown(DocumentKind kind, String label) {
        return versionInForce(kind).equals(label)
                || version(kind, label)
                        .filter(document -> state(document) != DocumentState.COMING)
                        .isPresent();
    }

    /** Whether it has been in force, is, or is yet to be. */
    DocumentState state(Document document) {
        if (document.effectiveFrom().isAfter(today())) {
            return DocumentState.COMING;
        }
        boolean inForce = inForce(document.kind()).filter(document::equals).isPresent();
        return inForce ? DocumentState.IN_FORCE : DocumentState.EARLIER;
    }
}
