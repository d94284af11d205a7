package id.setia.earning;

import id.setia.audiences.Audiences;
import id.setia.kernel.FieldError;
import id.setia.kernel.PublicId;
import id.setia.partners.PartnerDirectory;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads what staff wrote of goods, place, times, buyer and payments into conditions, and gathers what is wrong. */
final class ConditionReading {

    private static final int LONGEST_WORD = 80;
    private static final int DAYS = 31;

    private final PartnerDirectory partners;
    private final Audiences audiences;
    private final Set<UUID> calendars;
    private final String pointer;
    private final List<FieldError> errors;

    /**
     * @param calendars those there are
     * @param pointer where the conditions stand in the request
     * @param errors where what is wrong is added
     */
    ConditionReading(
            PartnerDirectory partners,
            Audiences audiences,
            Set<UUID> calendars,
            String pointer,
            List<FieldError> errors) {
        this.partners = partners;
        this.audiences = audiences;
        this.calendars = calendars;
        this.pointer = pointer;
        this.errors = errors;
    }

    Conditions onto(Conditions plain, ConditionTerms given) {
        return new Conditions(
                plain.categories(),
                plain.tiers(),
                plain.weekdays(),
                plain.throughOffer(),
                plain.minimum(),
                new Goods(words(given.skus(), "/skus"), words(given.brands(), "/brands")),
                place(given),
                new Times(
                        hours(given.hours()), daysOfMonth(given.daysOfMonth()),
                        ids(given.calendars(), "/calendars", PublicId.CALENDAR, "calendar_unknown", calendars::contains)),
                buyer(given),
                known(given.payments(), "/payments"));
    }

    private Place place(ConditionTerms given) {
        Predicate<UUID> isPartner = id -> partners.partner(id).isPresent();
        Predicate<UUID> isStore = id -> partners.store(id).isPresent();
        return new Place(
                ids(given.partners(), "/partners", PublicId.PARTNER, "partner_unknown", isPartner),
                ids(given.stores(), "/stores", PublicId.STORE, "store_unknown", isStore),
                known(given.channels(), "/channels"));
    }

    private Buyer buyer(ConditionTerms given) {
        return new Buyer(
                ids(given.audiences(), "/audiences", PublicId.AUDIENCE, "audience_unknown", audiences::exists),
                Boolean.TRUE.equals(given.firstPurchase()),
                given.birthday());
    }

    private Set<String> words(List<String> listed, String place) {
        Set<String> words = new LinkedHashSet<>();
        for (int index = 0; index < sizeOf(listed); index++) {
            String word = Objects.toString(listed.get(index), "").strip();
            String where = place + "/" + index;
            if (word.isEmpty()) {
                refuse(where, "must_not_be_blank");
            } else if (word.length() > LONGEST_WORD) {
                refuse(where, "size", 1, LONGEST_WORD);
            } else if (word.chars().anyMatch(Character::isISOControl)) {
                refuse(where, "value_malformed");
            }
            words.add(word);
        }
        return words;
    }

    private Set<UUID> ids(
            List<String> listed, String place, PublicId kind, String refusal, Predicate<UUID> isKnown) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (int index = 0; index < sizeOf(listed); index++) {
            Optional<UUID> id = kind.parse(listed.get(index)).filter(isKnown);
            if (id.isEmpty()) {
                refuse(place + "/" + index, refusal);
            }
            id.ifPresent(ids::add);
        }
        return ids;
    }

    private List<Hours> hours(List<HoursTerms> listed) {
        List<Hours> hours = new ArrayList<>();
        for (int index = 0; index < sizeOf(listed); index++) {
            HoursTerms span = listed.get(index);
            if (span == null) {
                refuse("/hours/" + index, "required");
            } else if (span.from().equals(span.until())) {
                refuse("/hours/" + index + "/until", "span_empty");
            } else {
                hours.add(new Hours(LocalTime.parse(span.from()), LocalTime.parse(span.until())));
            }
        }
        return hours;
    }

    private Set<Integer> daysOfMonth(List<Integer> listed) {
        Set<Integer> days = new LinkedHashSet<>();
        for (int index = 0; index < sizeOf(listed); index++) {
            Integer day = listed.get(index);
            String where = "/daysOfMonth/" + index;
            if (day == null) {
                refuse(where, "required");
            } else if (day < 1) {
                refuse(where, "too_small", 1);
            } else if (day > DAYS) {
                refuse(where, "too_large", DAYS);
            } else {
                days.add(day);
            }
        }
        return days;
    }

    private <T extends Enum<T>> Set<T> known(List<T> listed, String place) {
        for (int index = 0; index < sizeOf(listed); index++) {
            if (listed.get(index) == null) {
                refuse(place + "/" + index, "required");
            }
        }
        List<T> found = sizeOf(listed) == 0 ? List.of() : listed.stream().filter(Objects::nonNull).toList();
        return found.isEmpty() ? Set.of() : EnumSet.copyOf(found);
    }

    private static int sizeOf(Collection<?> listed) {
        return listed == null ? 0 : listed.size();
    }

    private void refuse(String place, String code, Object... arguments) {
        errors.add(new FieldError(pointer + place, code, List.of(arguments)));
    }
}
