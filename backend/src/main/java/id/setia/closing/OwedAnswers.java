package id.setia.closing;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What is outstanding, as answers show it. */
@Singleton
class OwedAnswers {

    private static final UUID ALL = new UUID(0, 0);

    private final BookPartners partners;

    OwedAnswers(BookPartners partners) {
        this.partners = partners;
    }

    LiabilityResponse of(Liability liability) {
        List<OwedResponse> funders = liability.funders().stream()
                .map(owed -> of(owed, liability.breakage(owed), liability.value()))
                .toList();
        return new LiabilityResponse(
                liability.asOf(),
                liability.value().text(),
                liability.value().currency(),
                total(liability.funders(), funders, liability.program(), liability.fallback(), liability.value()),
                funders);
    }

    OwedResponse of(Owed owed, Breakage breakage, PointValue value) {
        return response(
                Optional.of(owed.funderId()), owed, breakage, breakage.of(owed.expiringPoints()), value);
    }

    /** All together; what is expected to lapse is the sum of what is expected of each. */
    OwedResponse total(
            Collection<Owed> parts,
            Collection<OwedResponse> funders,
            Breakage.Sample program,
            Breakage.Fallback fallback,
            PointValue value) {
        Owed all = parts.stream()
                .map(OwedAnswers::ofAll)
                .reduce(Owed.nothing(ALL), Owed::plus);
        Breakage breakage = Breakage.of(Breakage.Sample.NONE, program, fallback);
        long expected = funders.stream().mapToLong(OwedResponse::expectedBreakage).sum();
        return response(Optional.empty(), all, breakage, expected, value);
    }

    private static Owed ofAll(Owed owed) {
        return new Owed(
                ALL, owed.available(), owed.pending(), owed.held(), owed.debt(), owed.expiring(), owed.never(), owed.over());
    }

    private OwedResponse response(
            Optional<UUID> funder, Owed owed, Breakage breakage, long expected, PointValue value) {
        return new OwedResponse(
                funder.map(partners::summary).orElse(null),
                owed.outstanding(),
                owed.available(),
                owed.pending(),
                owed.held(),
                owed.debt(),
                value.of(owed.outstanding()),
                breakage.rate().signum() == 0 ? "0" : breakage.rate().stripTrailingZeros().toPlainString(),
                breakage.source().name().toLowerCase(Locale.ROOT),
                expected,
                value.of(expected),
                expiring(owed, value));
    }

    private static List<ExpiringPointsResponse> expiring(Owed owed, PointValue value) {
        List<ExpiringPointsResponse> months = new ArrayList<>();
        owed.expiring().forEach((month, points) ->
                months.add(new ExpiringPointsResponse(month.toString(), points, value.of(points))));
        if (owed.never() != 0) {
            months.add(new ExpiringPointsResponse(null, owed.never(), value.of(owed.never())));
        }
        return months;
    }

    /** One figure a line: partner, figure, of which month or partner, points, money. */
    static String csv(LiabilityResponse liability) {
        StringBuilder text = new StringBuilder(Csv.line("as_of", "funder", "figure", "of", "points", "value", "currency"));
        for (OwedResponse owed : liability.funders()) {
            csv(text, liability.asOf().toString(), owed, new PointValue(new BigDecimal(liability.pointValue()), liability.currency()));
        }
        return text.toString();
    }

    static void csv(StringBuilder text, String asOf, OwedResponse owed, PointValue value) {
        String funder = owed.funder().code();
        String currency = value.currency();
        text.append(Csv.line(asOf, funder, "available", "", owed.available(), value.of(owed.available()).amount(), currency))
                .append(Csv.line(asOf, funder, "pending", "", owed.pending(), value.of(owed.pending()).amount(), currency))
                .append(Csv.line(asOf, funder, "held", "", owed.held(), value.of(owed.held()).amount(), currency))
                .append(Csv.line(asOf, funder, "debt", "", owed.debt(), value.of(owed.debt()).amount(), currency))
                .append(Csv.line(asOf, funder, "outstanding", "", owed.outstanding(), owed.value().amount(), currency))
                .append(Csv.line(
                        asOf, funder, "expected_breakage", "", owed.expectedBreakage(),
                        owed.expectedBreakageValue().amount(), currency));
        for (ExpiringPointsResponse expiring : owed.expiring()) {
            text.append(Csv.line(
                    asOf, funder, "expiring", expiring.month() == null ? "never" : expiring.month(), expiring.points(),
                    expiring.value().amount(), currency));
        }
    }
}
