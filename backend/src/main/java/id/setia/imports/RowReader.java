package id.setia.imports;

import id.setia.kernel.Money;
import id.setia.purchases.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads rows by themselves: whatever a row says can be told from it alone. */
final class RowReader {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern CANCELLATION = Pattern.compile("[Cc][0-9].*");
    private static final Pattern WHOLE_NUMBER_WITH_POINT = Pattern.compile("([0-9]+)\\.0+");
    private static final String NO_TILL = "import";
    private static final BigDecimal LARGEST_QUANTITY = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LARGEST_PRICE = BigDecimal.TEN.pow(14);

    private final Header<Column> header;
    private final int moneyDigits;

    RowReader(Header<Column> header, String currency) {
        this.header = header;
        this.moneyDigits = Money.digits(currency);
    }

    /** What reading a row comes to. */
    sealed interface Read {

        record Understood(HistoryRow row) implements Read {}

        record Refused(RefusedRow row) implements Read {}
    }

    private static final class NotUnderstood extends Exception {

        private final transient RowRefusal refusal;

        private NotUnderstood(RowRefusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }

    Read read(FileRow row) {
        try {
            return new Read.Understood(understood(row));
        } catch (NotUnderstood refused) {
            return new Read.Refused(new RefusedRow(row, refused.refusal, amountAnyway(row)));
        }
    }

    private HistoryRow understood(FileRow row) throws NotUnderstood {
        if (row.isUnclosed()) {
            throw new NotUnderstood(RowRefusal.QUOTE_UNCLOSED);
        }
        if (row.cells().size() != header.titles().size()) {
            throw new NotUnderstood(RowRefusal.COLUMNS_DIFFER);
        }
        String number = header.cell(row, Column.RECEIPT_NUMBER)
                .orElseThrow(() -> new NotUnderstood(RowRefusal.RECEIPT_NUMBER_MISSING));
        TimeText time = time(row);
        boolean refund = isRefund(row, number);
        Optional<String> sku = atMost(64, header.cell(row, Column.SKU));
        String name = header.cell(row, Column.NAME)
                .or(() -> sku)
                .orElseThrow(() -> new NotUnderstood(RowRefusal.ITEM_MISSING));
        BigDecimal quantity = quantity(row, refund);
        Optional<BigDecimal> price = price(row);
        return new HistoryRow(
                row,
                new ReceiptId(
                        refund,
                        atMost(40, header.cell(row, Column.STORE)).orElse(""),
                        businessDate(row, time),
                        atMost(40, header.cell(row, Column.TILL)).orElse(NO_TILL),
                        atMost(60, Optional.of(number)).orElseThrow()),
                time,
                channel(row),
                sku,
                name.length() > 200 ? name.substring(0, 200) : name,
                quantity,
                price,
                amount(row, quantity, price),
                atMost(100, header.cell(row, Column.CUSTOMER)).map(RowReader::customer),
                header.cell(row, Column.CUSTOMER_NAME).map(text -> text.length() > 120 ? text.substring(0, 120) : text),
                atMost(200, header.cell(row, Column.CATEGORY)),
                atMost(120, header.cell(row, Column.BRAND)));
    }

    private static Optional<String> atMost(int bytes, Optional<String> text) throws NotUnderstood {
        if (text.isPresent() && text.get().getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw new NotUnderstood(RowRefusal.VALUE_TOO_LONG);
        }
        return text;
    }

    /** A whole number that a spreadsheet wrote with a point is the number: {@code 17850.0} is {@code 17850}. */
    private static String customer(String text) {
        return WHOLE_NUMBER_WITH_POINT.matcher(text).replaceFirst("$1");
    }

    private TimeText time(FileRow row) throws NotUnderstood {
        TimeText time = header.cell(row, Column.OCCURRED_AT)
                .flatMap(TimeText::parse)
                .orElseThrow(() -> new NotUnderstood(RowRefusal.TIME_MALFORMED));
        return inRange(time.local().toLocalDate(), time);
    }

    private static <T> T inRange(LocalDate day, T value) throws NotUnderstood {
        if (day.getYear() < 1990 || day.getYear() > 2199) {
            throw new NotUnderstood(RowRefusal.TIME_OUT_OF_RANGE);
        }
        return value;
    }

    private LocalDate businessDate(FileRow row, TimeText time) throws NotUnderstood {
        Optional<String> text = header.cell(row, Column.BUSINESS_DATE);
        if (text.isEmpty()) {
            return time.local().toLocalDate();
        }
        try {
            LocalDate date = LocalDate.parse(text.get());
            return inRange(date, date);
        } catch (DateTimeParseException error) {
            throw new NotUnderstood(RowRefusal.TIME_MALFORMED);
        }
    }

    private boolean isRefund(FileRow row, String number) throws NotUnderstood {
        Optional<String> kind = header.cell(row, Column.KIND).map(text -> text.toLowerCase(Locale.ROOT));
        if (kind.isEmpty()) {
            return CANCELLATION.matcher(number).matches();
        }
        return switch (kind.get()) {
            case "purchase" -> false;
            case "refund" -> true;
            default -> throw new NotUnderstood(RowRefusal.KIND_UNKNOWN);
        };
    }

    private Channel channel(FileRow row) throws NotUnderstood {
        String value = header.cell(row, Column.CHANNEL).orElse("store").toLowerCase(Locale.ROOT);
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood(RowRefusal.CHANNEL_UNKNOWN));
    }

    private BigDecimal quantity(FileRow row, boolean refund) throws NotUnderstood {
        BigDecimal quantity = header.cell(row, Column.QUANTITY)
                .flatMap(text -> number(text, 3))
                .filter(number -> number.abs().compareTo(LARGEST_QUANTITY) < 0)
                .orElseThrow(() -> new NotUnderstood(RowRefusal.QUANTITY_MALFORMED));
        if (quantity.signum() == 0 || quantity.signum() < 0 && !refund) {
            throw new NotUnderstood(RowRefusal.QUANTITY_NOT_POSITIVE);
        }
        return quantity.abs();
    }

    private Optional<BigDecimal> price(FileRow row) throws NotUnderstood {
        Optional<String> text = header.cell(row, Column.UNIT_PRICE);
        Optional<BigDecimal> price = text.flatMap(written -> number(written, 4));
        if (text.isPresent() && price.isEmpty()) {
            throw new NotUnderstood(RowRefusal.PRICE_MALFORMED);
        }
        if (price.filter(value -> value.signum() < 0).isPresent()) {
            throw new NotUnderstood(RowRefusal.PRICE_NEGATIVE);
        }
        if (price.filter(value -> value.compareTo(LARGEST_PRICE) > 0).isPresent()) {
            throw new NotUnderstood(RowRefusal.AMOUNT_TOO_LARGE);
        }
        return price;
    }

    /** The amount given, else quantity times price, half a smallest unit rounded up. */
    private long amount(FileRow row, BigDecimal quantity, Optional<BigDecimal> price) throws NotUnderstood {
        Optional<String> text = header.cell(row, Column.AMOUNT);
        Optional<BigDecimal> given = text.flatMap(written -> number(written, moneyDigits)).map(BigDecimal::abs);
        if (text.isPresent() && given.isEmpty()) {
            throw new NotUnderstood(RowRefusal.PRICE_MALFORMED);
        }
        BigDecimal amount = given.or(() -> price.map(quantity::multiply))
                .orElseThrow(() -> new NotUnderstood(RowRefusal.PRICE_MALFORMED));
        if (amount.compareTo(Money.LARGEST) > 0) {
            throw new NotUnderstood(RowRefusal.AMOUNT_TOO_LARGE);
        }
        return minor(amount);
    }

    private long minor(BigDecimal amount) {
        return amount.movePointRight(moneyDigits).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** What a refused row was about, where quantity and price are readable; as the file writes it. */
    private OptionalLong amountAnyway(FileRow row) {
        Optional<BigDecimal> amount = header.cell(row, Column.AMOUNT)
                .flatMap(text -> number(text, moneyDigits))
                .or(() -> header.cell(row, Column.QUANTITY)
                        .flatMap(text -> number(text, 3))
                        .flatMap(quantity -> header.cell(row, Column.UNIT_PRICE)
                                .flatMap(text -> number(text, 4))
                                .map(quantity::multiply)))
                .filter(value -> value.abs().compareTo(Money.LARGEST) <= 0);
        return amount.isPresent() ? OptionalLong.of(minor(amount.get())) : OptionalLong.empty();
    }

    private static Optional<BigDecimal> number(String text, int digits) {
        return Optional.of(text)
                .filter(written -> NUMBER.matcher(written).matches())
                .map(BigDecimal::new)
                .filter(number -> number.stripTrailingZeros().scale() <= digits);
    }
}
