package id.setia.closing;

import id.setia.kernel.Cursor;
import id.setia.kernel.Page;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads of closings. */
@Singleton
class ClosedMonths {

    private final ClosingRows rows;
    private final ClosingFigures figures;
    private final ProgramSettings program;

    ClosedMonths(ClosingRows rows, ClosingFigures figures, ProgramSettings program) {
        this.rows = rows;
        this.figures = figures;
        this.program = program;
    }

    List<FunderClosing> figures(YearMonth month) {
        return figures.of(month);
    }

    /** Closings, the latest month first. */
    Page<Closing> page(Optional<String> cursor, int limit) {
        Optional<YearMonth> before = cursor.map(ClosedMonths::place);
        return Page.of(rows.before(before, limit + 1), limit, closing -> Cursor.of(closing.month().toString()));
    }

    private static YearMonth place(String cursor) {
        try {
            return YearMonth.parse(Cursor.place(cursor));
        } catch (DateTimeParseException error) {
            throw Problem.invalid("/cursor", "cursor_unknown");
        }
    }

    /**
     * A closing as far as it is.
     *
     * @throws Problem {@code closing_not_found}
     */
    Closing find(YearMonth month) {
        return rows.find(month).orElseThrow(() -> Problem.of(ProblemCode.CLOSING_NOT_FOUND));
    }

    /**
     * A closing with its figures; of one still under way they are not complete and not given.
     *
     * @throws Problem {@code closing_not_found}, {@code closing_not_done}
     */
    ClosedMonth get(YearMonth month) {
        Closing closing = find(month);
        return switch (closing.state()) {
            case RUNNING, RESTARTING -> throw Problem.of(ProblemCode.CLOSING_NOT_DONE, month.toString());
            case UNRECONCILED, CLOSED -> complete(closing);
        };
    }

    private ClosedMonth complete(Closing closing) {
        List<FunderClosing> funders = figures.of(closing.month());
        PointValue value = value(closing.pointValue());
        PointValue before = rows.find(closing.month().minusMonths(1))
                .map(last -> value(last.pointValue()))
                .orElse(value);
        return new ClosedMonth(
                closing,
                value,
                before,
                funders,
                Breakage.total(funders.stream().map(funder -> funder.owed().over()).toList()));
    }

    private PointValue value(BigDecimal perPoint) {
        return new PointValue(perPoint, program.current().currency());
    }
}
