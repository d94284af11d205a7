package id.setia.imports;

import id.setia.purchases.HeldLine;
import id.setia.purchases.RefundRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a customer's earlier purchases still hold, to be taken back item by item, from the newest on. */
final class Originals {

    private final Map<String, Deque<HeldLine>> held = new HashMap<>();
    private final List<RefundRequest.Line> taken = new ArrayList<>();

    /**
     * @param newestFirst what is held, the newest purchase first
     */
    Originals(List<HeldLine> newestFirst) {
        newestFirst.forEach(
                line -> held.computeIfAbsent(line.sku(), ignored -> new ArrayDeque<>()).add(line));
    }

    /** Takes a row of a refund from as many purchases as it needs, and says what became of it. */
    void take(HistoryRow row, Outcome outcome) {
        BigDecimal rest = row.quantity();
        Deque<HeldLine> lines = row.sku().map(held::get).orElseGet(ArrayDeque::new);
        while (rest.signum() > 0 && !lines.isEmpty()) {
            HeldLine line = lines.removeFirst();
            BigDecimal quantity = rest.min(line.quantity());
            taken.add(new RefundRequest.Line(
                    line.purchaseKey(), Optional.of(line.position()), Optional.of(quantity), Optional.empty()));
            rest = rest.subtract(quantity);
            BigDecimal left = line.quantity().subtract(quantity);
            if (left.signum() > 0) {
                lines.addFirst(new HeldLine(line.purchaseKey(), line.position(), line.sku(), left));
            }
        }
        account(row, rest, outcome);
    }

    private static void account(HistoryRow row, BigDecimal rest, Outcome outcome) {
        if (rest.compareTo(row.quantity()) == 0) {
            outcome.refused(row.refused(RowRefusal.ORIGINAL_NOT_FOUND));
            return;
        }
        long amount = BigDecimal.valueOf(row.amount())
                .multiply(rest)
                .divide(row.quantity(), 0, RoundingMode.HALF_UP)
                .longValueExact();
        outcome.refunded(row, amount);
        if (rest.signum() > 0) {
            outcome.report(new RefusedRow(
                    row.source(), RowRefusal.ORIGINAL_PARTLY_FOUND, OptionalLong.of(-amount)));
        }
    }

    List<RefundRequest.Line> taken() {
        return List.copyOf(taken);
    }
}
