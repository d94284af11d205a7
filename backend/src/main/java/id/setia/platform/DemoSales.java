package id.setia.platform;

import id.setia.kernel.Money;
import id.setia.members.MemberReference;
import id.setia.partners.Store;
import id.setia.partners.Terminal;
import id.setia.posting.NewPurchase;
import id.setia.program.Program;
import id.setia.purchases.Amounts;
import id.setia.purchases.Channel;
import id.setia.purchases.NaturalKey;
import id.setia.purchases.Receipt;
import id.setia.purchases.ReceiptHead;
import id.setia.purchases.ReceiptLine;
import id.setia.purchases.RefundRequest;
import id.setia.purchases.Tender;
import id.setia.purchases.TenderKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** Invents what members of a demonstration bought; the same each time. */
final class DemoSales {

    private static final int OPENS = 8;
    private static final int HOURS_OPEN = 12;
    private static final int FIRST_NUMBER = 1_000;
    private static final int MOST_LINES = 12;
    private static final int SECONDS_AGO = 3_600;

    private final SplittableRandom chance = new SplittableRandom(20_261_122);
    private final Program program;
    private int number = FIRST_NUMBER;

    DemoSales(Program program) {
        this.program = program;
    }

    /** What a member bought in a month, up to now, in the order of time. */
    List<NewPurchase> of(DemoPerson person, UUID memberId, Store store, Terminal till, YearMonth month, Instant now) {
        List<NewPurchase> sales = new ArrayList<>();
        for (int visit = 0; visit < person.visits(); visit++) {
            Instant moment = moment(store, month, visit, person.visits());
            List<ReceiptLine> lines = lines(person.monthly() * 1_000L / person.visits());
            if (moment.isBefore(now)) {
                sales.add(sale(memberId, store, till, moment, lines));
            }
        }
        return sales;
    }

    private Instant moment(Store store, YearMonth month, int visit, int visits) {
        int span = Math.max(1, month.lengthOfMonth() / visits);
        LocalDate day = month.atDay(Math.min(month.lengthOfMonth(), 1 + visit * span + chance.nextInt(span)));
        return ZonedDateTime.of(day, LocalTime.of(OPENS + chance.nextInt(HOURS_OPEN), chance.nextInt(60)), store.timeZone())
                .toInstant();
    }

    private List<ReceiptLine> lines(long aim) {
        List<ReceiptLine> lines = new ArrayList<>();
        long spent = 0;
        long wanted = aim * (80 + chance.nextInt(41)) / 100;
        while (spent < wanted && lines.size() < MOST_LINES) {
            DemoShop.Goods goods = DemoShop.GOODS.get(chance.nextInt(DemoShop.GOODS.size()));
            long quantity = Math.clamp((wanted - spent) / goods.price() / 2, 1, 4);
            lines.add(line(lines.size() + 1, goods, quantity));
            spent += quantity * goods.price();
        }
        return lines;
    }

    private ReceiptLine line(int position, DemoShop.Goods goods, long quantity) {
        return new ReceiptLine(
                position,
                Optional.of(goods.sku()),
                goods.name(),
                new BigDecimal(quantity).setScale(3),
                Optional.of(new BigDecimal(goods.price())),
                0,
                Optional.empty(),
                minor(quantity * goods.price()),
                Optional.of(goods.category()),
                Optional.of(goods.brand()));
    }

    private NewPurchase sale(UUID memberId, Store store, Terminal till, Instant moment, List<ReceiptLine> lines) {
        LocalDate day = LocalDate.ofInstant(moment, store.timeZone());
        String receiptNumber = "A" + ++number;
        long total = lines.stream().mapToLong(ReceiptLine::amount).sum();
        ReceiptHead head = new ReceiptHead(
                NaturalKey.ofReceipt(store.partnerId(), store.id(), day, till.code(), receiptNumber),
                store.partnerId(),
                store.id(),
                Optional.of(till.id()),
                Channel.STORE,
                day,
                Optional.of(till.code()),
                Optional.of(receiptNumber),
                Optional.empty(),
                Optional.of("K" + (1 + chance.nextInt(5))),
                moment);
        Amounts amounts = new Amounts(
                0, 0, true, 0, 0, 0, 0, 0, total, List.of(new Tender(tender(), total)));
        return new NewPurchase(
                new Receipt(head, lines, amounts), Optional.of(MemberReference.memberId(memberId)), true, Set.of());
    }

    /** A purchase at which no card was shown. */
    NewPurchase forgotten(Store store, Terminal till, String cashier, Instant moment) {
        NewPurchase sale = sale(new UUID(0, 0), store, till, moment, lines(90_000));
        ReceiptHead head = sale.receipt().head();
        ReceiptHead rungUp = new ReceiptHead(
                head.key(), head.partnerId(), head.storeId(), head.terminalId(), head.channel(), head.businessDate(),
                head.till(), head.receiptNumber(), head.orderNumber(), Optional.of(cashier), head.occurredAt());
        return new NewPurchase(
                new Receipt(rungUp, sale.receipt().lines(), sale.receipt().amounts()), Optional.empty(), false, Set.of());
    }

    /** The first line of a purchase, brought back an hour ago. */
    RefundRequest refund(NewPurchase sale, Instant now) {
        ReceiptHead sold = sale.receipt().head();
        Instant moment = now.minusSeconds(SECONDS_AGO);
        LocalDate day = program.dateOf(moment);
        String receiptNumber = "C" + ++number;
        ReceiptHead head = new ReceiptHead(
                NaturalKey.ofReceipt(
                        sold.partnerId(), sold.storeId(), day, sold.till().orElseThrow(), receiptNumber),
                sold.partnerId(),
                sold.storeId(),
                sold.terminalId(),
                Channel.STORE,
                day,
                sold.till(),
                Optional.of(receiptNumber),
                Optional.empty(),
                sold.cashier(),
                moment);
        return new RefundRequest(
                head,
                Optional.of("Kemasan rusak"),
                List.of(new RefundRequest.Line(sold.key(), Optional.of(1), Optional.empty(), Optional.empty())));
    }

    private TenderKind tender() {
        return List.of(TenderKind.CASH, TenderKind.CARD, TenderKind.E_WALLET).get(chance.nextInt(3));
    }

    private long minor(long amount) {
        return BigDecimal.valueOf(amount).movePointRight(Money.digits(program.currency())).longValueExact();
    }
}
