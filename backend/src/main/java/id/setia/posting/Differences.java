package id.setia.posting;

import id.setia.kernel.FieldError;
import id.setia.kernel.Money;
import id.setia.purchases.Amounts;
import id.setia.purchases.Receipt;
import id.setia.purchases.ReceiptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where two receipts under one key differ, to tell the till that sent the second. */
final class Differences {

    private final String currency;
    private final List<FieldError> found = new ArrayList<>();

    private Differences(String currency) {
        this.currency = currency;
    }

    static List<FieldError> between(Receipt stored, Receipt sent, String currency) {
        Differences differences = new Differences(currency);
        differences.compare(stored, sent);
        return differences.found;
    }

    private void compare(Receipt stored, Receipt sent) {
        Map<Integer, ReceiptLine> before =
                stored.lines().stream().collect(Collectors.toMap(ReceiptLine::position, Function.identity()));
        for (int index = 0; index < sent.lines().size(); index++) {
            ReceiptLine line = sent.lines().get(index);
            compare("/lines/" + index, Optional.ofNullable(before.remove(line.position())), line);
        }
        before.values()
                .forEach(line -> found.add(new FieldError("/lines", "line_missing", List.of(line.position()))));
        compare(stored.amounts(), sent.amounts());
    }

    private void compare(String pointer, Optional<ReceiptLine> stored, ReceiptLine sent) {
        if (stored.isEmpty()) {
            found.add(new FieldError(pointer, "line_added", List.of(sent.position())));
            return;
        }
        ReceiptLine before = stored.get();
        differ(pointer + "/sku", before.sku().orElse(""), sent.sku().orElse(""));
        differ(
                pointer + "/quantity",
                before.quantity().stripTrailingZeros().toPlainString(),
                sent.quantity().stripTrailingZeros().toPlainString());
        differMoney(pointer + "/discount", before.discount(), sent.discount());
        differMoney(pointer + "/amount", before.amount(), sent.amount());
    }

    private void compare(Amounts stored, Amounts sent) {
        differMoney("/discount", stored.discount(), sent.discount());
        differMoney("/tax", stored.tax(), sent.tax());
        differMoney("/serviceCharge", stored.serviceCharge(), sent.serviceCharge());
        differMoney("/tip", stored.tip(), sent.tip());
        differMoney("/delivery", stored.delivery(), sent.delivery());
        differMoney("/rounding", stored.rounding(), sent.rounding());
        differMoney("/donation", stored.donation(), sent.donation());
        differMoney("/total", stored.total(), sent.total());
    }

    private void differMoney(String pointer, long stored, long sent) {
        differ(
                pointer,
                Money.ofMinor(stored, currency).amount(),
                Money.ofMinor(sent, currency).amount());
    }

    private void differ(String pointer, String stored, String sent) {
        if (!stored.equals(sent)) {
            found.add(new FieldError(pointer, "differs", List.of(stored, sent)));
        }
    }
}
