package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.members.MemberNaming;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.PaymentTokens;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.ProgramSettings;
import id.setia.purchases.Amounts;
import id.setia.purchases.Channel;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Receipt;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.Tender;
import id.setia.purchases.TenderKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what a till sent into what the product works with, and says everything that is wrong with it at once. */
@Singleton
class ReceiptReader {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** What a text that is no hold's id stands for; nobody has it. */
    private static final UUID NO_HOLD = new UUID(0, 0);

    private final ProgramSettings settings;
    private final PartnerDirectory partners;
    private final MemberNaming naming;
    private final MemberRegistry members;
    private final HoldRows holds;

    ReceiptReader(
            ProgramSettings settings,
            PartnerDirectory partners,
            MemberNaming naming,
            MemberRegistry members,
            HoldRows holds) {
        this.settings = settings;
        this.partners = partners;
        this.naming = naming;
        this.members = members;
        this.holds = holds;
    }

    NewPurchase read(PostPurchaseRequest request, Caller.ApiClient caller) {
        Store store = store(Optional.ofNullable(request.storeId()), caller);
        FigureReader figures = new FigureReader(settings.current().currency());
        ReceiptHead head = head(
                figures,
                store,
                caller,
                request.channel(),
                request.businessDate(),
                Optional.ofNullable(request.till()),
                Optional.ofNullable(request.receiptNumber()),
                Optional.ofNullable(request.orderNumber()),
                Optional.ofNullable(request.cashier()),
                request.occurredAt());
        List<ReceiptLine> lines = lines(figures, request.lines());
        Amounts amounts = amounts(figures, request);
        boolean cardNumber = request.member() != null && isCardNumber(request.member());
        Optional<MemberReference> member = Optional.ofNullable(request.member())
                .filter(who -> !cardNumber)
                .flatMap(who -> member(figures, who));
        figures.finish();
        Receipt receipt = new Receipt(head, lines, amounts);
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (amounts.sumOfParts(receipt.linesTotal()) != amounts.total()) {
            warnings.add(Warning.TOTAL_DIFFERS);
        }
        if (!amounts.tenders().isEmpty() && amounts.paid() != amounts.total()) {
            warnings.add(Warning.TENDERS_DIFFER);
        }
        if (cardNumber) {
            warnings.add(Warning.CARD_NUMBER_SENT);
        }
        NewPurchase sale = new NewPurchase(receipt, member, false, warnings);
        return member.map(named -> sale.of(named(sale, named, caller))).orElse(sale);
    }

    /** As whom the caller may name the member: also by the id of whoever set points aside there to pay for this. */
    private MemberReference named(NewPurchase sale, MemberReference named, Caller.ApiClient caller) {
        MemberReference known = naming.by(caller, named);
        boolean unknown = !known.equals(named);
        if (unknown && named.kind() == MemberReference.Kind.MEMBER_ID && !sale.holds().isEmpty()) {
            UUID id = UUID.fromString(named.value());
            boolean paying = holds.find(sale.holds()).values().stream()
                    .anyMatch(hold -> hold.partnerId().equals(caller.partnerId()) && members.same(hold.memberId(), id));
            return paying ? named : known;
        }
        return known;
    }

    /** Whom the caller means, and may name so; nobody when the text cannot name anyone. */
    Optional<MemberReference> member(FigureReader figures, MemberReferenceRequest who, Caller.ApiClient caller) {
        return member(figures, who).map(named -> naming.by(caller, named));
    }

    /** The store named, or the terminal's own; only one the caller posts for. */
    Store store(Optional<String> storeId, Caller.ApiClient caller) {
        Optional<UUID> named = storeId.map(text -> PublicId.STORE.parseOr(text, ProblemCode.STORE_NOT_FOUND));
        UUID id = named.or(caller::storeId).orElseThrow(() -> Problem.invalid("/storeId", "required"));
        Store store = partners.store(id)
                .filter(found -> found.partnerId().equals(caller.partnerId()))
                .orElseThrow(() -> Problem.of(ProblemCode.STORE_NOT_FOUND));
        if (caller.storeId().filter(own -> !own.equals(store.id())).isPresent()) {
            throw Problem.of(ProblemCode.STORE_NOT_YOURS);
        }
        return store;
    }

    ReceiptHead head(
            FigureReader figures,
            Store store,
            Caller.ApiClient caller,
            Channel channel,
            LocalDate businessDate,
            Optional<String> till,
            Optional<String> receiptNumber,
            Optional<String> orderNumber,
            Optional<String> cashier,
            Instant occurredAt) {
        if (occurredAt.isBefore(EARLIEST) || occurredAt.isAfter(LATEST)) {
            figures.refuse("/occurredAt", "time_out_of_range", EARLIEST, LATEST);
        }
        if (businessDate.getYear() < 1990 || businessDate.getYear() > 2199) {
            figures.refuse("/businessDate", "time_out_of_range", EARLIEST, LATEST);
        }
        refuseBlank(figures, "/till", till);
        refuseBlank(figures, "/receiptNumber", receiptNumber);
        refuseBlank(figures, "/orderNumber", orderNumber);
        if (orderNumber.isEmpty() && receiptNumber.isEmpty() && till.isEmpty() && channel == Channel.ONLINE) {
            figures.refuse("/orderNumber", "required");
        } else if (orderNumber.isEmpty()) {
            if (receiptNumber.isEmpty()) {
                figures.refuse("/receiptNumber", "required");
            }
            if (till.isEmpty()) {
                figures.refuse("/till", "required");
            }
        }
        return new ReceiptHead(
                key(store, businessDate, till, receiptNumber, orderNumber),
                store.partnerId(),
                store.id(),
                caller.terminalId(),
                channel,
                businessDate,
                till,
                receiptNumber,
                orderNumber,
                cashier,
                occurredAt.truncatedTo(ChronoUnit.MICROS));
    }

    static NaturalKey key(
            Store store,
            LocalDate businessDate,
            Optional<String> till,
            Optional<String> receiptNumber,
            Optional<String> orderNumber) {
        return orderNumber
                .map(number -> NaturalKey.ofOrder(store.partnerId(), number))
                .orElseGet(() -> NaturalKey.ofReceipt(
                        store.partnerId(), store.id(), businessDate, till.orElse(""), receiptNumber.orElse("")));
    }

    private static void refuseBlank(FigureReader figures, String pointer, Optional<String> text) {
        if (text.filter(String::isBlank).isPresent()) {
            figures.refuse(pointer, "must_not_be_blank");
        }
    }

    private static List<ReceiptLine> lines(FigureReader figures, List<PurchaseLineRequest> requests) {
        List<ReceiptLine> lines = new ArrayList<>();
        Set<Integer> positions = new HashSet<>();
        for (int index = 0; index < requests.size(); index++) {
            PurchaseLineRequest line = requests.get(index);
            String pointer = "/lines/" + index;
            if (!positions.add(line.position())) {
                figures.refuse(pointer + "/position", "position_repeated", line.position());
            }
            lines.add(new ReceiptLine(
                    line.position(),
                    Optional.ofNullable(line.sku()),
                    line.name(),
                    figures.quantity(line.quantity(), pointer + "/quantity"),
                    figures.price(line.unitPrice(), pointer + "/unitPrice"),
                    figures.notNegative(line.discount(), pointer + "/discount"),
                    Optional.ofNullable(line.discountKind()),
                    figures.notNegative(line.amount(), pointer + "/amount"),
                    Optional.ofNullable(line.category()),
                    Optional.ofNullable(line.brand())));
        }
        lines.sort(Comparator.comparingInt(ReceiptLine::position));
        return lines;
    }

    private static Amounts amounts(FigureReader figures, PostPurchaseRequest request) {
        List<Tender> tenders = new ArrayList<>();
        for (int index = 0; index < request.tenders().size(); index++) {
            TenderRequest tender = request.tenders().get(index);
            tenders.add(new Tender(
                    tender.kind(),
                    figures.notNegative(tender.amount(), "/tenders/" + index + "/amount"),
                    tender.kind() == TenderKind.POINTS ? hold(tender) : Optional.empty()));
        }
        return new Amounts(
                figures.notNegative(request.discount(), "/discount"),
                figures.notNegative(request.tax(), "/tax"),
                request.taxIncluded() == null || request.taxIncluded(),
                figures.notNegative(request.serviceCharge(), "/serviceCharge"),
                figures.notNegative(request.tip(), "/tip"),
                figures.notNegative(request.delivery(), "/delivery"),
                figures.money(request.rounding(), "/rounding"),
                figures.notNegative(request.donation(), "/donation"),
                figures.notNegative(request.total(), "/total"),
                tenders);
    }

    /** The hold named; one that nobody has when the text is no id. */
    private static Optional<UUID> hold(TenderRequest tender) {
        return Optional.ofNullable(tender.holdId())
                .map(text -> PublicId.HOLD.parse(text).orElse(NO_HOLD));
    }

    /** Who is meant; nobody when the text cannot name anyone. */
    static Optional<MemberReference> member(FigureReader figures, MemberReferenceRequest who) {
        long count = Stream.of(who.memberId(), who.card(), who.phone(), who.email(), who.paymentToken())
                .filter(named -> named != null)
                .count();
        if (count != 1) {
            figures.refuse("/member", "exactly_one_identifier");
            return Optional.empty();
        }
        if (who.memberId() != null) {
            return Optional.of(PublicId.MEMBER.parse(who.memberId())
                    .map(MemberReference::memberId)
                    .orElse(MemberNaming.NOBODY));
        }
        if (who.card() != null) {
            return Optional.of(MemberReference.card(who.card()));
        }
        if (who.phone() != null) {
            return Optional.of(MemberReference.phone(who.phone()));
        }
        if (isCardNumber(who)) {
            figures.refuse("/member/paymentToken/token", "card_number_sent");
            return Optional.empty();
        }
        if (who.paymentToken() != null) {
            return Optional.of(who.paymentToken().reference());
        }
        return Optional.of(MemberReference.email(who.email()));
    }

    private static boolean isCardNumber(MemberReferenceRequest who) {
        return who.paymentToken() != null
                && PaymentTokens.looksLikeCardNumber(who.paymentToken().reference());
    }
}
