package id.setia.earning;

import id.setia.purchases.TenderKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether a rule looks at a purchase at all, and at which of its lines. */
final class Matching {

    private Matching() {}

    /** What of the circumstances speaks against the rule; nothing when it may look. */
    static Optional<Reason> refusal(RuleVersion version, Occasion occasion) {
        Conditions conditions = version.definition().conditions();
        if (conditions.throughOffer() && !occasion.throughOffers().contains(version.ruleId())) {
            return Optional.of(Reason.NEEDS_OFFER);
        }
        if (!conditions.tiers().isEmpty() && !conditions.tiers().contains(occasion.tier())) {
            return Optional.of(Reason.OTHER_TIER);
        }
        return ofPlace(conditions.ofPlace(), occasion.sale())
                .or(() -> ofTime(conditions, occasion))
                .or(() -> ofBuyer(conditions.ofBuyer(), occasion))
                .or(() -> ofPayment(conditions.ofPayments(), occasion.sale()));
    }

    private static Optional<Reason> ofPlace(Place place, Sale sale) {
        if (!place.partners().isEmpty() && !place.partners().contains(sale.partner())) {
            return Optional.of(Reason.OTHER_PARTNER);
        }
        if (!place.stores().isEmpty() && !place.stores().contains(sale.store())) {
            return Optional.of(Reason.OTHER_STORE);
        }
        if (!place.channels().isEmpty() && !place.channels().contains(sale.channel())) {
            return Optional.of(Reason.OTHER_CHANNEL);
        }
        return Optional.empty();
    }

    /** Several spans may contain the moment, each with a day of its own: one of them is enough. */
    private static Optional<Reason> ofTime(Conditions conditions, Occasion occasion) {
        Times times = conditions.ofTimes();
        if (conditions.weekdays().isEmpty() && times.equals(Times.ANY)) {
            return Optional.empty();
        }
        List<LocalDate> days = days(times.hours(), occasion.occurredAt().atZone(occasion.storeZone()));
        if (days.isEmpty()) {
            return Optional.of(Reason.OTHER_HOURS);
        }
        List<Optional<Reason>> refusals =
                days.stream().map(day -> ofDay(conditions, times, day, occasion)).toList();
        return refusals.contains(Optional.<Reason>empty()) ? Optional.empty() : refusals.getFirst();
    }

    private static List<LocalDate> days(List<Hours> hours, ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return hours.isEmpty()
                ? List.of(moment.toLocalDate())
                : hours.stream()
                        .filter(span -> span.contains(time))
                        .map(span -> span.beganTheDayBefore(time)
                                ? moment.toLocalDate().minusDays(1)
                                : moment.toLocalDate())
                        .distinct()
                        .toList();
    }

    private static Optional<Reason> ofDay(Conditions conditions, Times times, LocalDate day, Occasion occasion) {
        if (!conditions.weekdays().isEmpty() && !conditions.weekdays().contains(day.getDayOfWeek())) {
            return Optional.of(Reason.OTHER_WEEKDAY);
        }
        if (!times.daysOfMonth().isEmpty() && !times.daysOfMonth().contains(day.getDayOfMonth())) {
            return Optional.of(Reason.OTHER_DAY_OF_MONTH);
        }
        boolean listed = times.calendars().isEmpty()
                || times.calendars().stream()
                        .map(occasion.calendars()::get)
                        .anyMatch(calendar -> calendar != null && calendar.contains(day));
        return listed ? Optional.empty() : Optional.of(Reason.OTHER_DATE);
    }

    private static Optional<Reason> ofBuyer(Buyer buyer, Occasion occasion) {
        Set<UUID> audiences = buyer.audiences();
        if (!audiences.isEmpty() && Collections.disjoint(audiences, occasion.facts().audiences())) {
            return Optional.of(Reason.OTHER_AUDIENCE);
        }
        if (buyer.firstPurchase() && !occasion.facts().firstPurchase()) {
            return Optional.of(Reason.NOT_FIRST_PURCHASE);
        }
        LocalDate today = occasion.occurredAt().atZone(occasion.storeZone()).toLocalDate();
        boolean near = buyer.birthday() == null
                || occasion.birthDate().filter(born -> buyer.birthday().isNear(born, today)).isPresent();
        return near ? Optional.empty() : Optional.of(Reason.NO_BIRTHDAY);
    }

    private static Optional<Reason> ofPayment(Set<TenderKind> payments, Sale sale) {
        return payments.isEmpty() || !Collections.disjoint(payments, sale.payments())
                ? Optional.empty()
                : Optional.of(Reason.OTHER_PAYMENT);
    }

    static List<JudgedLine> lines(Conditions conditions, List<JudgedLine> lines) {
        return conditions.categories().isEmpty() && conditions.goods() == null
                ? lines
                : lines.stream().filter(line -> matches(conditions, line)).toList();
    }

    private static boolean matches(Conditions conditions, JudgedLine line) {
        return conditions.ofGoods().matches(line)
                && (conditions.categories().isEmpty()
                        || line.category()
                                .filter(category -> conditions.categories().stream()
                                        .anyMatch(wanted -> lies(category, wanted)))
                                .isPresent());
    }

    /** Whether a category is another or below it; capital and small letters are the same. */
    private static boolean lies(String category, String wanted) {
        String above = wanted + " > ";
        return category.equalsIgnoreCase(wanted) || category.regionMatches(true, 0, above, 0, above.length());
    }
}
