package id.setia.profiles;

import id.setia.earning.Explanations;
import id.setia.earning.Judgement;
import id.setia.earning.Judgements;
import id.setia.earning.RuleBook;
import id.setia.kernel.LocalText;
import id.setia.kernel.Page;
import id.setia.kernel.PublicId;
import id.setia.members.MemberMerges;
import id.setia.points.MergedPast;
import id.setia.points.StatementLine;
import id.setia.points.Statements;
import id.setia.points.TransactionKind;
import id.setia.posting.CorrectionNotes;
import id.setia.posting.PurchaseAnswers;
import id.setia.posting.StoreSummary;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Purchase;
import id.setia.purchases.Purchases;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.Refund;
import id.setia.purchases.Refunds;
import id.setia.rewards.RedemptionAnswers;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
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
    private static final Set<TransactionKind> OF_PURCHASES = EnumSet.of(
            TransactionKind.PURCHASE,
            TransactionKind.REVERSAL,
            TransactionKind.REJUDGEMENT,
            TransactionKind.REVIEW_RELEASE,
            TransactionKind.REVIEW_WITHDRAWAL,
            TransactionKind.HOLD_CONFIRMATION);
    private static final Set<TransactionKind> OF_REFUNDS =
            EnumSet.of(TransactionKind.REFUND, TransactionKind.GIVE_BACK);
    private static final Set<TransactionKind> OF_REDEMPTIONS =
            EnumSet.of(TransactionKind.REDEMPTION, TransactionKind.REDEMPTION_UNDONE);

    private final Statements statements;
    private final MergedPast merged;
    private final MemberMerges merges;
    private final Purchases purchases;
    private final Refunds refunds;
    private final PurchaseAnswers answers;
    private final CorrectionNotes corrections;
    private final RedemptionAnswers redemptions;
    private final Explanations explanations;
    private final ProgramSettings settings;
    private final Judgements judgements;

    Activities(
            Statements statements,
            MergedPast merged,
            MemberMerges merges,
            Purchases purchases,
            Refunds refunds,
            PurchaseAnswers answers,
            CorrectionNotes corrections,
            RedemptionAnswers redemptions,
            Explanations explanations,
            ProgramSettings settings,
            Judgements judgements) {
        this.statements = statements;
        this.merged = merged;
        this.merges = merges;
        this.purchases = purchases;
        this.refunds = refunds;
        this.answers = answers;
        this.corrections = corrections;
        this.redemptions = redemptions;
        this.explanations = explanations;
        this.settings = settings;
        this.judgements = judgements;
    }

    /**
     * A page of the member's activity, the latest recorded first.
     *
     * @param named the id that was asked for: the member's, or of one merged into them, whose past is their own
     */
    ActivityListResponse page(
            UUID memberId, UUID named, Optional<String> cursor, int limit, Optional<Statements.UpTo> upTo) {
        UUID whose = upTo.map(past -> merged.at(named, past.moment(), past.by())).orElse(memberId);
        Page<StatementLine> page = statements.page(whose, cursor, limit, upTo);
        return new ActivityListResponse(items(memberId, page.items()), page.nextCursor().orElse(null));
    }

    /** The lines in words, in their order. */
    List<ActivityItem> items(UUID memberId, List<StatementLine> lines) {
        Map<UUID, Purchase> bought = purchases.find(sources(lines, OF_PURCHASES));
        Map<UUID, Refund> givenBack = refunds.find(sources(lines, OF_REFUNDS));
        Map<UUID, LocalText> notes = corrections.of(sources(lines, Set.of(TransactionKind.ADJUSTMENT)));
        List<UUID> members = merges.family(memberId);
        Map<UUID, LocalText> rewards = redemptions.names(sources(lines, OF_REDEMPTIONS));
        RuleBook rules = explanations.book();
        return lines.stream()
                .map(line -> item(members, line, document(line, bought, givenBack), notes, rewards, rules))
                .toList();
    }

    private static Set<UUID> sources(List<StatementLine> lines, Set<TransactionKind> kinds) {
        return lines.stream()
                .filter(line -> kinds.contains(line.kind()))
                .map(line -> line.source().id())
                .collect(Collectors.toSet());
    }

    /** The receipt behind a line: where it was printed, its number, and the money it was about. */
    private record Document(ReceiptHead head, long amount, Optional<UUID> purchaseId, Optional<UUID> owner) {

        /** The purchase, where it still is the member's. */
        Optional<UUID> purchaseOf(Collection<UUID> members) {
            return purchaseId.filter(id -> owner.isEmpty() || members.contains(owner.get()));
        }
    }

    private static Optional<Document> document(
            StatementLine line, Map<UUID, Purchase> bought, Map<UUID, Refund> givenBack) {
        UUID source = line.source().id();
        Optional<Document> purchase = Optional.ofNullable(bought.get(source))
                .map(found -> new Document(
                        found.head(),
                        found.amounts().total(),
                        found.memberId().map(owner -> found.id()),
                        found.memberId()));
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
        return new Document(refund.head(), amount, of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty(), Optional.empty());
    }

    private ActivityItem item(
            Collection<UUID> members,
            StatementLine line,
            Optional<Document> document,
            Map<UUID, LocalText> notes,
            Map<UUID, LocalText> rewards,
            RuleBook rules) {
        Optional<Judgement> judgement = judgement(line);
        Optional<StoreSummary> store = document.map(found -> answers.store(found.head().storeId()));
        return new ActivityItem(
                PublicId.TRANSACTION.format(line.transactionId()),
                line.kind().value(),
                title(line, store, Optional.ofNullable(rewards.get(line.source().id()))),
                note(line, judgement, notes).orElse(null),
                line.businessAt(),
                line.recordedAt(),
                line.availableChange(),
                line.pendingChange() == 0 ? null : line.pendingChange(),
                line.availableAfter(),
                store.orElse(null),
                document.flatMap(found -> found.purchaseOf(members))
                        .map(PublicId.PURCHASE::format)
                        .orElse(null),
                document.map(found -> settings.current().money(found.amount())).orElse(null),
                document.flatMap(found -> found.head().receiptNumber()).orElse(null),
                judgement.map(found -> explanations.of(found, rules)).orElse(List.of()));
    }

    private static LocalText title(StatementLine line, Optional<StoreSummary> store, Optional<LocalText> reward) {
        return switch (line.kind()) {
            case PURCHASE -> at(LocalText.of("Belanja", "Purchase"), store);
            case REFUND -> at(LocalText.of("Retur", "Refund"), store);
            case REVERSAL -> at(LocalText.of("Belanja dilepas", "Purchase taken off"), store);
            case ADJUSTMENT -> line.availableChange() + line.pendingChange() < 0
                    ? LocalText.of("Poin dikurangi petugas", "Points taken by our staff")
                    : LocalText.of("Poin ditambahkan petugas", "Points added by our staff");
            case REVIEW_RELEASE -> LocalText.of("Poin selesai diperiksa", "Points checked and released");
            case REVIEW_WITHDRAWAL -> LocalText.of("Poin ditarik setelah diperiksa", "Points withdrawn after a check");
            case REJUDGEMENT -> at(LocalText.of("Poin dihitung ulang", "Points reckoned again"), store);
            case PROFILE_BONUS -> LocalText.of("Bonus profil lengkap", "Bonus for a complete profile");
            case REFERRAL_BONUS -> LocalText.of("Bonus mengajak teman", "Bonus for bringing a friend");
            case BIRTHDAY_BONUS -> LocalText.of("Bonus ulang tahun", "Birthday bonus");
            case EVENT_BONUS -> LocalText.of("Bonus", "Bonus");
            case JOIN_BONUS -> LocalText.of("Bonus bergabung", "Joining bonus");
            case OPENING -> LocalText.of("Saldo dari program sebelumnya", "Balance brought over");
            case REDEMPTION -> reward.map(name -> LocalText.of("Ditukar dengan " + name.id(), "Redeemed for " + name.en()))
                    .orElse(LocalText.of("Poin ditukar", "Points redeemed"));
            case REDEMPTION_UNDONE -> reward.map(name ->
                            LocalText.of("Penukaran dibatalkan: " + name.id(), "Redemption taken back: " + name.en()))
                    .orElse(LocalText.of("Penukaran dibatalkan", "Redemption taken back"));
            case SPEND, HOLD_CONFIRMATION -> at(LocalText.of("Poin dipakai", "Points used"), store);
            case HOLD -> LocalText.of("Poin disisihkan", "Points set aside");
            case HOLD_CANCELLATION -> LocalText.of("Poin batal dipakai", "Points no longer set aside");
            case HOLD_TIMEOUT -> LocalText.of(
                    "Poin kembali karena tidak jadi dipakai", "Points came back, as nobody used them in time");
            case GIVE_BACK -> at(LocalText.of("Poin pembayaran dikembalikan", "Points you paid with given back"), store);
            case MERGE -> LocalText.of("Keanggotaan digabung", "Memberships merged");
            case ERASURE -> LocalText.of("Poin dihapus bersama data keanggotaan", "Points erased with the membership's data");
            case EXPIRY -> LocalText.of("Poin hangus", "Points expired");
            case RELEASE -> LocalText.of("Poin sudah bisa dipakai", "Points became available");
        };
    }

    private static LocalText at(LocalText act, Optional<StoreSummary> store) {
        return store.map(found -> LocalText.of(act.id() + " di " + found.name(), act.en() + " at " + found.name()))
                .orElse(act);
    }

    private Optional<Judgement> judgement(StatementLine line) {
        return Optional.of(line.judgement())
                .filter(text -> !NOTHING_JUDGED.equals(text))
                .map(text -> judgements.read(text));
    }

    /** What more there is to say: why points wait, how a purchase came or went, why somebody put something right. */
    private static Optional<LocalText> note(
            StatementLine line, Optional<Judgement> judgement, Map<UUID, LocalText> notes) {
        Optional<LocalText> pending = judgement
                .map(Judgement::pendingFor)
                .filter(limits -> !limits.isEmpty())
                .map(PurchaseAnswers::pendingReason);
        if (pending.isPresent()) {
            return pending;
        }
        return switch (line.source().kind()) {
            case "attachment" -> Optional.of(LocalText.of(
                    "Struk ini ditambahkan setelah pembayaran", "This receipt was added after the payment"));
            case "claim" -> Optional.of(LocalText.of("Anda menambahkan struk ini", "You added this receipt"));
            case "move" -> Optional.of(LocalText.of(
                    "Dipindahkan ke sini dari anggota lain, dihitung menurut aturan dan tingkat saat belanja",
                    "Moved here from another member, counted by the rules and tier of the time of the purchase"));
            case "correction" -> Optional.ofNullable(notes.get(line.source().id()));
            default -> Optional.empty();
        };
    }
}
