package id.setia.closing;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.access.IdempotencyKeys;
import id.setia.kernel.Decimals;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Money;
import id.setia.kernel.Objections;
import id.setia.kernel.Problem;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door to what a point counts for in the books, by date. Apart from its worth to members, which stands in for it before
 * the first date. Nothing is changed or removed: of two values for one day the one set later counts.
 */
@Singleton
public class AccountingValues {

    private static final int DIGITS = 6;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final AccountingValueRows rows;
    private final ClosingRows closings;
    private final ProgramSettings settings;
    private final IdempotencyKeys requests;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final SystemClock clock;
    private final IdMaker ids;

    AccountingValues(
            AccountingValueRows rows,
            ClosingRows closings,
            ProgramSettings settings,
            IdempotencyKeys requests,
            Transactions transactions,
            AuditTrail audit,
            SystemClock clock,
            IdMaker ids) {
        this.rows = rows;
        this.closings = closings;
        this.settings = settings;
        this.requests = requests;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** The value in force on a day. */
    PointValue on(LocalDate day) {
        Program program = settings.current();
        BigDecimal value = rows.on(day).map(AccountingValue::value).orElse(program.pointWorth());
        return new PointValue(value, program.currency());
    }

    /** What points, negative ones too, count for in the books on a day. */
    public Money worth(long points, LocalDate day) {
        return on(day).of(points);
    }

    /** All that were ever set, the latest day first, of one day the one set last first. */
    List<AccountingValue> all() {
        return rows.all();
    }

    /**
     * Sets the value from a day on.
     *
     * @throws Problem {@code validation_failed} when the value is none or the day belongs to a month already closed;
     *     {@code idempotency_key_missing}, {@code idempotency_key_reused}
     */
    AccountingValue set(Caller.SignedInStaff by, Optional<String> key, SetAccountingValueRequest request) {
        BigDecimal value = Decimals.parse(request.value(), "/value", DIGITS);
        LocalDate firstOpen = closings.lastMonth().map(month -> month.plusMonths(1).atDay(1)).orElse(LocalDate.MIN);
        new Objections()
                .unless(value.signum() >= 0 && value.compareTo(LARGEST) <= 0, "/value", "value_out_of_range", "0", LARGEST.toPlainString())
                .unless(isSensible(request.validFrom()), "/validFrom", "value_out_of_range", EARLIEST.toString(), LATEST.toString())
                .refuse();
        IdempotencyKeys.Made made = requests.once(
                new IdempotencyKeys.Request(by, key, "set_accounting_value", request), ids.next(), id -> {
                    if (request.validFrom().isBefore(firstOpen)) {
                        throw Problem.invalid("/validFrom", "month_closed", firstOpen.toString());
                    }
                    add(by, new AccountingValue(id, request.validFrom(), value, by.staffId(), clock.now()));
                });
        return rows.find(made.resourceId()).orElseThrow();
    }

    private void add(Caller.SignedInStaff by, AccountingValue value) {
        transactions.write(connection -> {
            rows.insert(value);
            audit.record(
                    by, "accounting_value.set", "setting", new UUID(0, 1), "validFrom", value.validFrom().toString(),
                    "value", value.value().toPlainString());
            return null;
        });
    }

    private static boolean isSensible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
