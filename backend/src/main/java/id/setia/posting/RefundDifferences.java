package id.setia.posting;

import id.setia.kernel.FieldError;
import id.setia.kernel.Money;
import id.setia.purchases.Refund;
import id.setia.purchases.RefundRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a refund that is sent again differs from the one stored under its key, to tell the till that sent it. */
final class RefundDifferences {

    private final List<Refund.RefundLine> stored;
    private final String currency;
    private final List<FieldError> found = new ArrayList<>();

    private RefundDifferences(List<Refund.RefundLine> stored, String currency) {
        this.stored = new ArrayList<>(stored);
        this.currency = currency;
    }

    /** Each difference that still shows; where what was left open then is named now, that the lines are others. */
    static List<FieldError> between(List<Refund.RefundLine> stored, RefundRequest sent, String currency) {
        RefundDifferences differences = new RefundDifferences(stored, currency);
        for (int index = 0; index < sent.lines().size(); index++) {
            differences.compare("/lines/" + index, sent.lines().get(index));
        }
        differences.stored.forEach(line -> differences.found.add(line.position()
                .map(position -> new FieldError("/lines", "line_missing", List.of(position)))
                .orElseGet(() -> new FieldError("/lines", "refund_lines_differ", List.of()))));
        return differences.found.isEmpty()
                ? List.of(new FieldError("/lines", "refund_lines_differ", List.of()))
                : differences.found;
    }

    private void compare(String pointer, RefundRequest.Line sent) {
        List<Refund.RefundLine> meant = stored.stream()
                .filter(line -> line.purchaseKey().equals(sent.purchaseKey()))
                .filter(line -> sent.position().isEmpty() || line.position().isEmpty() || line.position().equals(sent.position()))
                .toList();
        if (meant.isEmpty()) {
            found.add(sent.position()
                    .map(position -> new FieldError(pointer, "line_added", List.of(position)))
                    .orElseGet(() -> new FieldError(pointer, "refund_lines_differ", List.of())));
        } else if (sent.position().isEmpty()) {
            stored.removeAll(meant);
        } else {
            Refund.RefundLine before = meant.getFirst();
            stored.remove(before);
            differ(pointer + "/quantity", before.quantity().map(RefundDifferences::plain), sent.quantity().map(RefundDifferences::plain));
            differ(pointer + "/amount", before.amount().map(this::money), sent.amount().map(this::money));
        }
    }

    private void differ(String pointer, Optional<String> before, Optional<String> sent) {
        if (before.isPresent() && sent.isPresent() && !before.equals(sent)) {
            found.add(new FieldError(pointer, "differs", List.of(before.get(), sent.get())));
        }
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private String money(long amount) {
        return Money.ofMinor(amount, currency).amount();
    }
}
