package id.setia.audiences;

import id.setia.insights.RfmSegment;
import id.setia.kernel.FieldError;
import id.setia.kernel.Money;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberState;
import id.setia.partners.PartnerDirectory;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads what staff wrote of an audience, or says field by field what is wrong; and writes it as they read it. */
@Singleton
class CriterionReader {

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final List<String> LANGUAGES = List.of("id", "en");
    private static final List<MemberState> STATES =
            List.of(MemberState.UNCLAIMED, MemberState.ACTIVE, MemberState.FROZEN);

    private final TierLadder ladder;
    private final PartnerDirectory partners;
    private final ProgramSettings settings;
    private final Audiences audiences;

    CriterionReader(TierLadder ladder, PartnerDirectory partners, ProgramSettings settings, Audiences audiences) {
        this.ladder = ladder;
        this.partners = partners;
        this.settings = settings;
        this.audiences = audiences;
    }

    /** @throws Problem {@code validation_failed} with everything that is wrong */
    Criterion read(CriterionTerms terms, String pointer) {
        Reading reading = new Reading();
        Criterion criterion = reading.read(terms, pointer, 1);
        if (reading.errors.isEmpty() && criterion.parts().count() > MOST_PARTS) {
            reading.refuse(pointer, "too_many_items", Integer.toString(MOST_PARTS));
        }
        if (!reading.errors.isEmpty()) {
            throw Problem.invalid(reading.errors);
        }
        return criterion;
    }

    private final class Reading {

        private final List<FieldError> errors = new ArrayList<>();

        private Criterion read(CriterionTerms terms, String at, int depth) {
            return switch (terms.kind()) {
                case ALL -> new Criterion.All(within(terms, at, depth));
                case ANY -> new Criterion.Any(within(terms, at, depth));
                case NONE -> new Criterion.None(within(terms, at, depth));
                case LANGUAGE -> new Criterion.Language(each(
                        terms.languages(), at + "/languages", LANGUAGES, Function.identity()));
                case JOINED -> joined(terms, at);
                case BIRTHDAY_MONTH -> new Criterion.BirthdayMonth(
                        numbers(terms.months(), at + "/months", 12));
                case STATE -> new Criterion.State(each(terms.states(), at + "/states", STATES, MemberState::value));
                case TIERS -> new Criterion.Tiers(each(
                        terms.tiers(),
                        at + "/tiers",
                        ladder.current().tiers().stream().map(Tier::code).toList(),
                        Function.identity()));
                case BALANCE -> balance(terms, at);
                case PURCHASES -> bought(terms, at);
                case CONSENT -> consent(terms, at);
                case RFM -> rfm(terms, at);
                case LIST -> new Criterion.OnList(list(terms, at + "/audienceId"));
            };
        }

        private List<Criterion> within(CriterionTerms terms, String at, int depth) {
            if (terms.criteria() == null || terms.criteria().isEmpty()) {
                refuse(at + "/criteria", "required");
                return List.of();
            }
            if (depth == DEEPEST) {
                refuse(at + "/criteria", "too_deep", Integer.toString(DEEPEST));
                return List.of();
            }
            List<Criterion> within = new ArrayList<>();
            for (int index = 0; index < terms.criteria().size(); index++) {
                CriterionTerms part = terms.criteria().get(index);
                if (part == null) {
                    refuse(at + "/criteria/" + index, "required");
                } else {
                    within.add(read(part, at + "/criteria/" + index, depth + 1));
                }
            }
            return within;
        }

        private Criterion joined(CriterionTerms terms, String at) {
            if (terms.from() == null && terms.until() == null) {
                refuse(at + "/from", "required");
            } else if (terms.from() != null && terms.until() != null && terms.until().isBefore(terms.from())) {
                refuse(at + "/until", "end_before_start");
            }
            refuseFar(terms.from() == null ? 2000 : terms.from().getYear(), at + "/from");
            refuseFar(terms.until() == null ? 2000 : terms.until().getYear(), at + "/until");
            return new Criterion.Joined(terms.from(), terms.until());
        }

        private void refuseFar(int year, String at) {
            if (year < 1900 || year > 2200) {
                refuse(at, "value_malformed");
            }
        }

        private Criterion balance(CriterionTerms terms, String at) {
            if (terms.fewest() == null && terms.most() == null) {
                refuse(at + "/fewest", "required");
            }
            return new Criterion.Balance(
                    terms.fewest() == null ? 0 : terms.fewest(), most(terms.fewest(), terms.most(), at));
        }

        private Criterion bought(CriterionTerms terms, String at) {
            boolean none = terms.most() != null && terms.most() == 0;
            long fewest = terms.fewest() != null ? terms.fewest() : none ? 0 : 1;
            return new Criterion.Bought(
                    terms.withinDays(),
                    terms.category() == null ? null : terms.category().strip(),
                    stores(terms.stores(), at + "/stores"),
                    fewest,
                    most(fewest, terms.most(), at),
                    money(terms.leastSpend(), at + "/leastSpend", Long.MIN_VALUE),
                    money(terms.mostSpend(), at + "/mostSpend", Long.MAX_VALUE));
        }

        private long most(Long fewest, Long most, String at) {
            if (fewest != null && most != null && most < fewest) {
                refuse(at + "/most", "most_below_fewest");
            }
            return most == null ? Long.MAX_VALUE : most;
        }

        private List<UUID> stores(List<String> texts, String at) {
            List<UUID> stores = new ArrayList<>();
            for (int index = 0; texts != null && index < texts.size(); index++) {
                Optional<UUID> store = PublicId.STORE.parse(texts.get(index))
                        .filter(id -> partners.store(id).isPresent());
                store.ifPresent(stores::add);
                if (store.isEmpty()) {
                    refuse(at + "/" + index, "store_unknown");
                }
            }
            return List.copyOf(stores);
        }

        private long money(Money money, String at, long otherwise) {
            if (money == null) {
                return otherwise;
            }
            try {
                return money.minor(settings.current().currency(), at);
            } catch (Problem problem) {
                errors.addAll(problem.errors());
                return otherwise;
            }
        }

        private Criterion consent(CriterionTerms terms, String at) {
            if (terms.given() == null) {
                refuse(at + "/given", "required");
            }
            return new Criterion.Consent(
                    one(terms.purpose(), at + "/purpose", Arrays.asList(ConsentPurpose.values()), ConsentPurpose::value)
                            .orElse(ConsentPurpose.PROFILING),
                    Boolean.TRUE.equals(terms.given()));
        }

        private Criterion rfm(CriterionTerms terms, String at) {
            List<RfmSegment> segments = terms.segments() == null ? List.of() : terms.segments();
            Criterion.RfmCell cell = new Criterion.RfmCell(
                    numbers(terms.recency(), at + "/recency", 5),
                    numbers(terms.frequency(), at + "/frequency", 5),
                    numbers(terms.monetary(), at + "/monetary", 5),
                    segments.stream().distinct().toList());
            if (segments.isEmpty()
                    && isEmpty(terms.recency())
                    && isEmpty(terms.frequency())
                    && isEmpty(terms.monetary())) {
                refuse(at + "/segments", "required");
            }
            return cell;
        }

        private static boolean isEmpty(List<Integer> scores) {
            return scores == null || scores.isEmpty();
        }

        private UUID list(CriterionTerms terms, String at) {
            Optional<UUID> list = PublicId.AUDIENCE.parse(terms.audienceId())
                    .filter(id -> audiences.find(id).filter(SavedAudience::isList).isPresent());
            if (list.isEmpty()) {
                refuse(at, terms.audienceId() == null ? "required" : "audience_unknown");
            }
            return list.orElse(new UUID(0, 0));
        }

        private List<Integer> numbers(List<Integer> numbers, String at, int most) {
            List<Integer> read = new ArrayList<>();
            for (int index = 0; numbers != null && index < numbers.size(); index++) {
                Integer number = numbers.get(index);
                if (number == null || number < 1 || number > most) {
                    refuse(at + "/" + index, "number_out_of_range", "1", Integer.toString(most));
                } else if (!read.contains(number)) {
                    read.add(number);
                }
            }
            return List.copyOf(read);
        }

        /** At least one of those known. */
        private <T> List<T> each(List<String> texts, String at, List<T> known, Function<T, String> value) {
            if (texts == null || texts.isEmpty()) {
                refuse(at, "required");
                return List.of();
            }
            List<T> read = new ArrayList<>();
            for (int index = 0; index < texts.size(); index++) {
                one(texts.get(index), at + "/" + index, known, value).ifPresent(read::add);
            }
            return read.stream().distinct().toList();
        }

        private <T> Optional<T> one(String text, String at, List<T> known, Function<T, String> value) {
            Optional<T> one = known.stream().filter(item -> value.apply(item).equals(text)).findFirst();
            if (one.isEmpty()) {
                refuse(
                        at,
                        text == null ? "required" : "value_unknown",
                        text == null ? new Object[0] : new Object[] {String.join(", ", known.stream().map(value).toList())});
            }
            return one;
        }

        private void refuse(String at, String code, Object... arguments) {
            errors.add(new FieldError(at, code, List.of(arguments)));
        }
    }
}
