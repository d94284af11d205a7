package id.setia.profiles;

import id.setia.earning.ExplanationItem;
import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A member's statement in words. */
@Singleton
class Activities {

    private static final String NOTHING_JUDGED = "{}";

    private final Statements statements;
    private final Purchases purchases;
    private final PurchaseAnswers answers;
    private final Explanations explanations;
    private final ProgramSettings settings;
    private final Json json;

    Activities(
            Statements statements,
            Purchases purchases,
            PurchaseAnswers answers,
            Explanations explanations,
            ProgramSettings settings,
            Json json) {
        this.statements = statements;
        this.purchases = purchases;
        this.answers = answers;
        this.explanations = explanations;
        this.settings = settings;
        this.json = json;
    }

    ActivityListResponse page(UUID memberId, Optional<String> cursor, int limit) {
        Page<StatementLine> page = statements.page(memberId, cursor, limit);
        List<UUID> sources = page.items().stream()
                .filter(line -> line.kind() == TransactionKind.PURCHASE)
                .map(line -> line.source().id())
                .distinct()
                .toList();
        Map<UUID, Purchase> bought = purchases.find(sources);
        return new ActivityListResponse(
                page.items().stream()
                        .map(line -> item(line, Optional.ofNullable(bought.get(line.source().id()))))
                        .toList(),
                page.nextCursor().orElse(null));
    }

    private ActivityItem item(StatementLine line, Optional<Purchase> purchase) {
        Optional<StoreSummary> store = purchase.map(found -> answers.store(found.head().storeId()));
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
                purchase.map(found -> PublicId.PURCHASE.format(found.id())).orElse(null),
                purchase.map(found -> settings.current().money(found.amounts().total())).orElse(null),
                purchase.flatMap(found -> found.head().receiptNumber()).orElse(null),
                explanation(line));
    }

    private static LocalText title(StatementLine line, Optional<StoreSummary> store) {
        return switch (line.kind()) {
            case PURCHASE -> store.map(found -> LocalText.of("Belanja di " + found.name(), "Purchase at " + found.name()))
                    .orElse(LocalText.of("Belanja", "Purchase"));
            case REFUND -> LocalText.of("Retur", "Refund");
            case JOIN_BONUS -> LocalText.of("Bonus bergabung", "Joining bonus");
            case SPEND -> LocalText.of("Poin dipakai", "Points used");
            case EXPIRY -> LocalText.of("Poin hangus", "Points expired");
            case RELEASE -> LocalText.of("Poin sudah bisa dipakai", "Points became available");
        };
    }

    private List<ExplanationItem> explanation(StatementLine line) {
        return NOTHING_JUDGED.equals(line.judgement())
                ? List.of()
                : explanations.of(json.read(line.judgement(), Judgement.class));
    }
}
