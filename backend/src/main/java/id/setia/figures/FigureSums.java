package id.setia.figures;

import id.setia.closing.AccountingValues;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Adds the sums of days up to what a figure is over a period. */
@Singleton
class FigureSums {

    private static final int DIGITS = 4;

    private final SalesRows sales;
    private final PointsRows points;
    private final StandRows stands;
    private final AccountingValues values;
    private final ProgramSettings settings;

    FigureSums(
            SalesRows sales, PointsRows points, StandRows stands, AccountingValues values, ProgramSettings settings) {
        this.sales = sales;
        this.points = points;
        this.stands = stands;
        this.values = values;
        this.settings = settings;
    }

    /** All days from one to another, read at once. */
    Known between(LocalDate from, LocalDate last) {
        return new Known(
                sales.between(from, last),
                points.between(from, last),
                points.before(from).outstanding(),
                stands.buyers(from, last),
                stands.breakage(from, last));
    }

    /** What is known of some days. */
    final class Known {

        private final NavigableMap<LocalDate, DaySales> sold;
        private final NavigableMap<LocalDate, DayPoints> moved;
        private final NavigableMap<LocalDate, Buyers> buyers;
        private final NavigableMap<LocalDate, StandRows.Breakage> breakage;
        private final NavigableMap<LocalDate, Long> outstanding = new TreeMap<>();

        private Known(
                NavigableMap<LocalDate, DaySales> sold,
                NavigableMap<LocalDate, DayPoints> moved,
                long outstandingBefore,
                NavigableMap<LocalDate, Buyers> buyers,
                NavigableMap<LocalDate, StandRows.Breakage> breakage) {
            this.sold = sold;
            this.moved = moved;
            this.buyers = buyers;
            this.breakage = breakage;
            outstanding.put(LocalDate.MIN, outstandingBefore);
            moved.forEach((day, points) ->
                    outstanding.put(day, outstanding.lastEntry().getValue() + points.outstanding()));
        }

        /** How much the figure is over a period; nothing where it was not counted or there is nothing to divide by. */
        Optional<FigureValueResponse> of(Figure figure, Span span) {
            Program program = settings.current();
            DaySales sales = sum(sold, span).stream().reduce(DaySales.NOTHING, DaySales::plus);
            DayPoints points = sum(moved, span).stream().reduce(DayPoints.NOTHING, DayPoints::plus);
            Optional<Buyers> bought = Optional.ofNullable(buyers.get(span.last()));
            return switch (figure) {
                case ACTIVE_MEMBERS -> bought.map(by -> FigureValueResponse.count(by.within30()));
                case ACTIVE_MEMBERS_90 -> bought.map(by -> FigureValueResponse.count(by.within90()));
                case NEW_MEMBERS -> Optional.of(FigureValueResponse.count(sales.newMembers()));
                case SALES -> Optional.of(FigureValueResponse.money(program.money(sales.sales())));
                case MEMBER_SALES -> Optional.of(FigureValueResponse.money(program.money(sales.memberSales())));
                case MEMBER_SHARE -> share(sales.memberSales(), sales.sales()).map(FigureValueResponse::share);
                case POINTS_EARNED -> Optional.of(FigureValueResponse.count(points.issued()));
                case POINTS_SPENT -> Optional.of(FigureValueResponse.count(points.redeemed()));
                case POINTS_EXPIRED -> Optional.of(FigureValueResponse.count(points.expired()));
                case REDEMPTION_RATE -> share(points.redeemed(), points.issued()).map(FigureValueResponse::share);
                case POINTS_OUTSTANDING -> Optional.of(FigureValueResponse.count(outstanding(span)));
                case LIABILITY -> Optional.of(FigureValueResponse.money(values.worth(outstanding(span), span.last())));
                case EXPECTED_BREAKAGE -> expected(span)
                        .map(known -> FigureValueResponse.money(values.worth(known.points(), span.last())));
            };
        }

        private static <T> List<T> sum(NavigableMap<LocalDate, T> days, Span span) {
            return List.copyOf(days.subMap(span.first(), true, span.last(), true).values());
        }

        private long outstanding(Span span) {
            return outstanding.floorEntry(span.last()).getValue();
        }

        /** As last reckoned in the period. */
        Optional<StandRows.Breakage> expected(Span span) {
            return Optional.ofNullable(breakage.floorEntry(span.last()))
                    .filter(day -> !day.getKey().isBefore(span.first()))
                    .map(Map.Entry::getValue);
        }
    }

    /** A part of a whole, to four digits; nothing where the whole is nothing. */
    static Optional<BigDecimal> share(long part, long whole) {
        return whole <= 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP));
    }
}
