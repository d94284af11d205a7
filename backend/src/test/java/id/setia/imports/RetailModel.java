package id.setia.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What the retailer's lines must come to, worked out by plain loops over the file with none of the product's code: pence
 * and whole quantities, a point for each whole pound of a receipt, refunds taken from the customer's latest purchase of the
 * item first.
 */
final class RetailModel {

    /** A line of the file. */
    record Line(int row, String invoice, String sku, long quantity, String time, long pence, String customer) {

        boolean cancels() {
            return invoice.startsWith("C");
        }
    }

    /** Rows and their sum in pence, refunds negative. */
    static final class Sum {
        long rows;
        long pence;

        void add(long more) {
            rows++;
            pence += more;
        }
    }

    /** A line as it was bought, with what was taken back of it. */
    private static final class Bought {
        final String sku;
        final long quantity;
        final long pence;
        final boolean earns;
        long backQuantity;
        long backPence;

        Bought(Line line, boolean earns) {
            this.sku = line.sku();
            this.quantity = line.quantity();
            this.pence = line.pence();
            this.earns = earns;
        }

        void takeBack(long more) {
            backQuantity += more;
            long until = backQuantity == quantity
                    ? pence
                    : BigDecimal.valueOf(pence)
                            .multiply(BigDecimal.valueOf(backQuantity))
                            .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP)
                            .longValueExact();
            backPence = Math.max(backPence, until);
        }

        long base() {
            return earns && backQuantity < quantity ? pence - backPence : 0;
        }

        long paid() {
            return pence - backPence;
        }
    }

    private record Receipt(String time, int lastRow, String customer, List<Bought> lines) {

        long base() {
            return lines.stream().mapToLong(Bought::base).sum();
        }

        long paid() {
            return lines.stream().mapToLong(Bought::paid).sum();
        }
    }

    /** How a customer bought: the day of the last purchase not taken back whole, how many there were, for how many pence. */
    record Habit(LocalDate last, long purchases, long pence) {}

    /** A customer's place among all, by each figure from 1 to 5. */
    record Place(int recency, int frequency, int monetary) {}

    /** A customer's receipt with what of it earns at the end, in pence. */
    record Bill(String customer, String time, long base) {}

    final List<Line> lines;
    final List<Bill> bills = new ArrayList<>();
    final Sum posted = new Sum();
    final Sum unattached = new Sum();
    final Sum refunded = new Sum();
    final Map<String, Sum> refused = new TreeMap<>();
    final Map<String, Long> points = new TreeMap<>();
    final Map<String, Long> spend = new TreeMap<>();
    final Map<String, Habit> habits = new TreeMap<>();
    long purchases;
    long anonymous;
    long refunds;
    long linesWithSeveralOriginals;
    long takenBackPence;

    RetailModel(Path file, Set<String> earningNothing) throws IOException {
        lines = read(file);
        Map<String, List<Receipt>> byCustomer = buy(earningNothing);
        byCustomer.values().forEach(receipts -> receipts.sort(Comparator.comparing(Receipt::time)
                .thenComparing(Receipt::lastRow)
                .reversed()));
        cancel(byCustomer);
        byCustomer.forEach((customer, receipts) -> {
            points.put(customer, receipts.stream().mapToLong(receipt -> receipt.base() / 100).sum());
            spend.put(customer, receipts.stream().mapToLong(Receipt::base).sum());
            receipts.forEach(receipt -> bills.add(new Bill(customer, receipt.time(), receipt.base())));
            List<Receipt> kept = receipts.stream().filter(receipt -> receipt.paid() > 0).toList();
            if (!kept.isEmpty()) {
                habits.put(
                        customer,
                        new Habit(
                                LocalDate.parse(kept.getFirst().time().substring(0, 10)),
                                kept.size(),
                                kept.stream().mapToLong(Receipt::paid).sum()));
            }
        });
    }

    /** Everybody's place, each counted against everybody else: a fifth of all below is one more. */
    Map<String, Place> places() {
        Map<String, Place> places = new TreeMap<>();
        habits.forEach((customer, habit) -> places.put(
                customer,
                new Place(
                        fifth(habits.values().stream().filter(other -> other.last().isBefore(habit.last())).count()),
                        fifth(habits.values().stream().filter(other -> other.purchases() < habit.purchases()).count()),
                        fifth(habits.values().stream().filter(other -> other.pence() < habit.pence()).count()))));
        return places;
    }

    private int fifth(long below) {
        return (int) (5 * below / habits.size()) + 1;
    }

    private static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Reader text = new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            int row = 1;
            for (CSVRecord record : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)) {
                long quantity = Long.parseLong(record.get("Quantity"));
                long pence = new BigDecimal(record.get("UnitPrice"))
                        .movePointRight(2)
                        .multiply(BigDecimal.valueOf(quantity))
                        .longValueExact();
                lines.add(new Line(
                        ++row,
                        record.get("InvoiceNo"),
                        record.get("StockCode").strip(),
                        quantity,
                        record.get("InvoiceDate"),
                        pence,
                        record.get("CustomerID").replace(".0", "")));
            }
        }
        return lines;
    }

    private Map<String, List<Receipt>> buy(Set<String> earningNothing) {
        Map<String, List<Line>> sales = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.cancels()) {
                continue;
            }
            if (line.quantity() <= 0) {
                refuse("quantity_not_positive", line.pence());
            } else {
                sales.computeIfAbsent(line.invoice(), ignored -> new ArrayList<>()).add(line);
            }
        }
        Map<String, List<Receipt>> byCustomer = new HashMap<>();
        for (List<Line> sale : sales.values()) {
            String customer = sale.getFirst().customer();
            if (sale.stream().mapToLong(Line::pence).sum() == 0) {
                sale.forEach(line -> refuse("nothing_paid", 0));
            } else if (customer.isEmpty()) {
                anonymous++;
                sale.forEach(line -> unattached.add(line.pence()));
            } else {
                purchases++;
                sale.forEach(line -> posted.add(line.pence()));
                List<Bought> bought = sale.stream()
                        .map(line -> new Bought(line, !earningNothing.contains(line.sku())))
                        .toList();
                byCustomer
                        .computeIfAbsent(customer, ignored -> new ArrayList<>())
                        .add(new Receipt(sale.getFirst().time(), sale.getLast().row(), customer, bought));
            }
        }
        return byCustomer;
    }

    private void cancel(Map<String, List<Receipt>> byCustomer) {
        Map<String, List<Line>> cancellations = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.cancels()) {
                cancellations.computeIfAbsent(line.invoice(), ignored -> new ArrayList<>()).add(line);
            }
        }
        List<List<Line>> inOrder = new ArrayList<>(cancellations.values());
        inOrder.sort(Comparator.comparing(cancellation -> cancellation.getLast().row()));
        for (List<Line> cancellation : inOrder) {
            boolean any = false;
            for (Line line : cancellation) {
                any |= cancel(cancellation.getFirst().time(), line, byCustomer);
            }
            refunds += any ? 1 : 0;
        }
    }

    private boolean cancel(String time, Line line, Map<String, List<Receipt>> byCustomer) {
        if (line.customer().isEmpty()) {
            refuse("customer_missing", line.pence());
            return false;
        }
        long rest = -line.quantity();
        int originals = 0;
        for (Receipt receipt : byCustomer.getOrDefault(line.customer(), List.of())) {
            if (receipt.time().compareTo(time) > 0) {
                continue;
            }
            for (Bought bought : receipt.lines()) {
                long back = Math.min(rest, bought.quantity - bought.backQuantity);
                if (bought.sku.equals(line.sku()) && back > 0) {
                    long before = bought.backPence;
                    bought.takeBack(back);
                    takenBackPence += bought.backPence - before;
                    rest -= back;
                    originals++;
                }
            }
        }
        if (originals == 0) {
            refuse("original_not_found", line.pence());
            return false;
        }
        linesWithSeveralOriginals += originals > 1 ? 1 : 0;
        long restPence = BigDecimal.valueOf(-line.pence())
                .multiply(BigDecimal.valueOf(rest))
                .divide(BigDecimal.valueOf(-line.quantity()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        refunded.add(line.pence() + restPence);
        if (rest > 0) {
            refuse("original_partly_found", -restPence);
        }
        return true;
    }

    private void refuse(String code, long pence) {
        refused.computeIfAbsent(code, ignored -> new Sum()).add(pence);
    }

    /** Rows refused as a whole; those found in part count as refunded. */
    long refusedRows() {
        return refused.entrySet().stream()
                .filter(code -> !code.getKey().equals("original_partly_found"))
                .mapToLong(code -> code.getValue().rows)
                .sum();
    }

    long reportedRows() {
        return refused.values().stream().mapToLong(sum -> sum.rows).sum();
    }

    long refusedPence() {
        return refused.values().stream().mapToLong(sum -> sum.pence).sum();
    }

    /** The average monthly spend, over six months and in pence, that so many per cent of customers do not exceed. */
    long percentile(int percent) {
        List<Long> sorted = spend.values().stream().sorted().toList();
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return Math.floorDiv(sorted.get(rank - 1), 6L);
    }

    long customersFrom(long gold, long below) {
        return spend.values().stream()
                .filter(sum -> sum >= gold * 6 && (below == Long.MAX_VALUE || sum < below * 6))
                .count();
    }
}
