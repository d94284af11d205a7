package id.setia.profiles;

import id.setia.earning.ExplanationItem;
import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.earning.RuleBook;
import id.setia.kernel.Json;
import id.setia.kernel.LocalText;
import id.setia.kernel.Page;
import id.setia.kernel.PublicId;
import id.setia.points.StatementLine;
import id.setia.points.Statements;
import id.setia.points.TransactionKind;
import id.setia.posting.PurchaseAnswers;
import id.setia.posting.StoreSummary;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.Refund;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A member's statement in words. */
@Singleton
class Activities {

    private static final String NOTHING_JUDGED = "{}";

    private final Statements statements;
    private final Purchases purchases;
    private final Refunds refunds;
    private final PurchaseAnswers answers;
    private final Explanations explanations;
    private final ProgramSettings settings;
    private final Json json;

    Activities(
            Statements statements,
            Purchases purchases,
            Refunds refunds,
            PurchaseAnswers answers,
            Explanations explanations,
            ProgramSettings settings,
            Json json) {
        this.statements = statements;
        this.purchases = purchases;
        this.refunds = refunds;
        this.answers = answers;
        this.explanations = explanations;
        this.settings = settings;
        this.json = json;
    }

    ActivityListResponse page(UUID memberId, Optional<String> cursor, int limit) {
        Page<StatementLine> page = statements.page(memberId, cursor, limit);
        Map<UUID, Purchase> bought = purchases.find(sources(page, TransactionKind.PURCHASE));
        Map<UUID, Refund> givenBack = refunds.find(sources(page, TransactionKind.REFUND));
        RuleBook rules = explanations.book();
        return new ActivityListResponse(
                page.items().stream()
                        .map(line -> item(line, document(line, bought, givenBack), rules))
                        .toList(),
                page.nextCursor().orElse(null));
    }

    private static Set<UUID> sources(Page<StatementLine> page, TransactionKind kind) {
        return page.items().stream()
                .filter(line -> line.kind() == kind)
                .map(line -> line.source().id())
                .collect(Collectors.toSet());
    }

    /** The receipt behind a line: where it was printed, its number, and the money it was about. */
    private record Document(ReceiptHead head, long amount, Optional<UUID> purchaseId) {}

    private static Optional<Document> document(
            StatementLine line, Map<UUID, Purchase> bought, Map<UUID, Refund> givenBack) {
        UUID source = line.source().id();
        Optional<Document> purchase = Optional.ofNullable(bought.get(source))
                .map(found -> new Document(
                        found.head(), found.amounts().total(), Optional.of(found.id())));
        return purchase.or(() -> Optional.ofNullable(givenBack.get(source)).map(Activities::document));
    }

    private static Document document(Refund refund) {
        List<UUID> of = refund.lines().stream()
                .flatMap(line -> line.purchaseId().stream())
                .distinct()
                .toList();
        long amount = refund.lines().stream()
                .mapToLong(line -> line.amount().orElse(0L))
                .sum();
        return new Document(refund.head(), amount, of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty());
    }

    private ActivityItem item(StatementLine line, Optional<Document> document, RuleBook rules) {
        Optional<StoreSummary> store = document.map(found -> answers.store(found.head().storeId()));
        return new ActivityItem(
                PublicId.TRANSACTION.format(line.transactionId()),
                line.kind().value(),
                title(line, store),
                line.businessAt(),
                line.recordedAt(),
                line.availableChange(),
                line.pendingChange() == 0 ? null : line.pendingChange(),
                line.availableAfter(),
                store.orElse(null),
                document.flatMap(Document::purchaseId)
                        .map(PublicId.PURCHASE::format)
                        .orElse(null),
                document.map(found -> settings.current().money(found.amount())).orElse(null),
                document.flatMap(found -> found.head().receiptNumber()).orElse(null),
                explanation(line, rules));
    }

    private static LocalText title(StatementLine line, Optional<StoreSummary> store) {
        return switch (line.kind()) {
            case PURCHASE -> at(LocalText.of("Belanja", "Purchase"), store);
            case REFUND -> at(LocalText.of("Retur", "Refund"), store);
            case JOIN_BONUS -> LocalText.of("Bonus bergabung", "Joining bonus");
            case OPENING -> LocalText.of("Saldo dari program sebelumnya", "Balance brought over");
            case SPEND -> LocalText.of("Poin dipakai", "Points used");
            case ERASURE -> LocalText.of("Poin dihapus bersama data keanggotaan", "Points erased with the membership's data");
            case EXPIRY -> LocalText.of("Poin hangus", "Points expired");
            case RELEASE -> LocalText.of("Poin sudah bisa dipakai", "Points became available");
        };
    }

    private static LocalText at(LocalText act, Optional<StoreSummary> store) {
        return store.map(found -> LocalText.of(act.id() + " di " + found.name(), act.en() + " at " + found.name()))
                .orElse(act);
    }

    private List<ExplanationItem> explanation(StatementLine line, RuleBook rules) {
        return NOTHING_JUDGED.equals(line.judgement())
                ? List.of()
                : explanations.of(json.read(line.judgement(), Judgement.class), rules);
    }
}
