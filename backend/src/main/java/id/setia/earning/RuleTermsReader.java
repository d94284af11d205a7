package id.setia.earning;

import id.setia.audiences.Audiences;
import id.setia.kernel.Decimals;
import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.LocalTextReader;
import id.setia.kernel.Money;
import id.setia.kernel.Problem;
import id.setia.kernel.PublicId;
import id.setia.partners.Partner;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.PartnerState;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what staff wrote into a definition that can judge, or says field by field what is wrong. */
@Singleton
public class RuleTermsReader {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_CATEGORY = 200;
    private static final long MOST_POINTS_PER_AMOUNT = 1_000;
    private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(20);

    private final ProgramSettings settings;
    private final TierLadder ladder;
    private final PartnerDirectory partners;
    private final Audiences audiences;
    private final EarningRules rules;
    private final RuleSentences sentences;

    RuleTermsReader(
            ProgramSettings settings,
            TierLadder ladder,
            PartnerDirectory partners,
            Audiences audiences,
            EarningRules rules,
            RuleSentences sentences) {
        this.settings = settings;
        this.ladder = ladder;
        this.partners = partners;
        this.audiences = audiences;
        this.rules = rules;
        this.sentences = sentences;
    }

    /**
     * The definition.
     *
     * @param pointer where the terms stand in the request; empty when they are all of it
     * @throws Problem {@code validation_failed} with everything that is wrong
     */
    public RuleDefinition read(RuleTerms terms, String pointer) {
        return new Reading(terms, pointer).definition();
    }

    private final class Reading {

        private final RuleTerms terms;
        private final String pointer;
        private final List<FieldError> errors = new ArrayList<>();

        private Reading(RuleTerms terms, String pointer) {
            this.terms = terms;
            this.pointer = pointer;
        }

        private RuleDefinition definition() {
            LocalTextReader texts = new LocalTextReader();
            LocalText name = texts.read(terms.name(), pointer + "/name", LONGEST_NAME);
            Optional<LocalText> summary = Optional.ofNullable(terms.summary())
                    .map(given -> texts.read(given, pointer + "/summary", LONGEST_SUMMARY));
            errors.addAll(texts.errors());
            Effect effect = effect();
            Conditions conditions = conditions();
            UUID funder = funder();
            Trigger trigger = trigger();
            EventCondition event = event();
            RuleDefinition plain = new RuleDefinition(
                    name,
                    name,
                    trigger,
                    conditions,
                    effect,
                    terms.expiryMonths(),
                    funder,
                    event);
            RuleDefinition definition = new PolicyReading(terms, pointer, errors).onto(plain);
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
            return definition.withSummary(summary.orElseGet(() -> told(definition)));
        }

        /** The rule's own sentence to members, or its name where it says too much for one. */
        private LocalText told(RuleDefinition definition) {
            LocalText sentence = sentences.toMembers(definition);
            boolean fits = sentence.id().length() <= LONGEST_SUMMARY && sentence.en().length() <= LONGEST_SUMMARY;
            return fits ? sentence : definition.name();
        }

        private Trigger trigger() {
            return switch (terms.kind()) {
                case BASE, MULTIPLIER, BONUS, PER_PIECE -> Trigger.PURCHASE;
                case JOIN_BONUS -> Trigger.JOIN;
                case EVENT_BONUS -> {
                    if (terms.event() == null) {
                        refuse("/event", "required");
                    }
                    yield terms.event() == null ? Trigger.CUSTOM : terms.event().occasion().trigger();
                }
            };
        }

        /** The custom event; null where there is none. */
        private EventCondition event() {
            EventTerms given = terms.event();
            if (given == null) {
                return null;
            }
            if (terms.kind() != RuleKind.EVENT_BONUS) {
                refuse("/event", "must_be_absent");
                return null;
            }
            if (given.occasion() != EventOccasion.CUSTOM) {
                absent(given.code(), "/event/code");
                absent(given.limit(), "/event/limit");
                return null;
            }
            if (given.code() == null) {
                refuse("/event/code", "required");
                return null;
            }
            return new EventCondition(given.code(), Optional.ofNullable(given.limit()).orElse(EventLimit.EACH_TIME));
        }

        private Effect effect() {
            return switch (terms.kind()) {
                case BASE -> {
                    absent(terms.factor(), "/factor");
                    long points = points();
                    if (points > MOST_POINTS_PER_AMOUNT) {
                        refuse("/points", "too_large", MOST_POINTS_PER_AMOUNT);
                    }
                    yield new Effect.PerAmount(points, per());
                }
                case MULTIPLIER -> {
                    absent(terms.points(), "/points");
                    absent(terms.per(), "/per");
                    yield new Effect.Multiplier(factor());
                }
                case BONUS, JOIN_BONUS, EVENT_BONUS -> {
                    absent(terms.per(), "/per");
                    absent(terms.factor(), "/factor");
                    yield new Effect.Bonus(points());
                }
                case PER_PIECE -> {
                    absent(terms.per(), "/per");
                    absent(terms.factor(), "/factor");
                    yield new Effect.PerPiece(points());
                }
            };
        }

        private long points() {
            if (terms.points() == null) {
                refuse("/points", "required");
                return 1;
            }
            return terms.points();
        }

        private long per() {
            if (terms.per() == null) {
                refuse("/per", "required");
                return 1;
            }
            String currency = settings.current().currency();
            long per = reading(() -> terms.per().minor(currency, pointer + "/per"), Long.MAX_VALUE);
            long least = reading(() -> new Money("1", currency).minor(currency, ""), 1L);
            if (per < least) {
                refuse("/per/amount", "too_small", 1);
            }
            return per;
        }

        private BigDecimal factor() {
            if (terms.factor() == null) {
                refuse("/factor", "required");
                return BigDecimal.TWO;
            }
            BigDecimal factor =
                    reading(() -> Decimals.parse(terms.factor(), pointer + "/factor", 2), BigDecimal.TWO);
            if (factor.compareTo(BigDecimal.ONE) <= 0 || factor.compareTo(LARGEST_FACTOR) > 0) {
                refuse("/factor", "factor_out_of_range", LARGEST_FACTOR.toPlainString());
            }
            return factor.stripTrailingZeros();
        }

        private Conditions conditions() {
            ConditionTerms given = terms.conditions();
            if (given == null) {
                return Conditions.NONE;
            }
            Conditions plain =
                    new Conditions(categories(given), tiers(given), weekdays(given), false).from(minimum(given));
            Set<UUID> calendars = given.calendars() == null ? Set.of() : rules.book().calendars().keySet();
            Conditions conditions = new ConditionReading(
                            partners, audiences, calendars, pointer + "/conditions", errors)
                    .onto(plain, given);
            boolean ofPurchases =
                    terms.kind() != RuleKind.JOIN_BONUS && terms.kind() != RuleKind.EVENT_BONUS;
            if (!ofPurchases && !conditions.equals(Conditions.NONE)) {
                refuse("/conditions", "must_be_absent");
            }
            return conditions;
        }

        private Set<String> categories(ConditionTerms given) {
            Set<String> categories = new LinkedHashSet<>();
            List<String> listed = orEmpty(given.categories());
            for (int index = 0; index < listed.size(); index++) {
                String place = "/conditions/categories/" + index;
                String category = Objects.toString(listed.get(index), "").strip().replaceAll("\\s*>\\s*", " > ");
                if (category.isEmpty()) {
                    refuse(place, "must_not_be_blank");
                } else if (category.length() > LONGEST_CATEGORY) {
                    refuse(place, "size", 1, LONGEST_CATEGORY);
                } else if (category.chars().anyMatch(Character::isISOControl)) {
                    refuse(place, "value_malformed");
                }
                categories.add(category);
            }
            return categories;
        }

        private Set<String> tiers(ConditionTerms given) {
            List<String> known = ladder.isDefined()
                    ? ladder.current().tiers().stream().map(Tier::code).toList()
                    : Collections.emptyList();
            Set<String> tiers = new LinkedHashSet<>();
            List<String> listed = orEmpty(given.tiers());
            for (int index = 0; index < listed.size(); index++) {
                if (!known.contains(listed.get(index))) {
                    refuse("/conditions/tiers/" + index, "value_unknown", String.join(", ", known));
                } else {
                    tiers.add(listed.get(index));
                }
            }
            return tiers;
        }

        private Set<DayOfWeek> weekdays(ConditionTerms given) {
            List<Weekday> listed = orEmpty(given.weekdays());
            for (int index = 0; index < listed.size(); index++) {
                if (listed.get(index) == null) {
                    refuse("/conditions/weekdays/" + index, "required");
                }
            }
            return listed.stream()
                    .filter(Objects::nonNull)
                    .map(Weekday::day)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        }

        private long minimum(ConditionTerms given) {
            if (given.minimum() == null) {
                return 0;
            }
            String place = "/conditions/minimum";
            long minimum =
                    reading(() -> given.minimum().minor(settings.current().currency(), pointer + place), 0L);
            if (minimum < 0) {
                refuse(place + "/amount", "must_not_be_negative");
            }
            return minimum;
        }

        private UUID funder() {
            Optional<Partner> funder = PublicId.PARTNER
                    .parse(terms.funderId())
                    .flatMap(partners::partner)
                    .filter(partner -> partner.state() == PartnerState.ACTIVE);
            if (funder.isEmpty()) {
                refuse("/funderId", "partner_unknown");
            }
            return funder.map(Partner::id).orElse(new UUID(0, 0));
        }

        private void absent(Object value, String place) {
            if (value != null) {
                refuse(place, "must_be_absent");
            }
        }

        private void refuse(String place, String code, Object... arguments) {
            errors.add(new FieldError(pointer + place, code, List.of(arguments)));
        }

        private <T> T reading(Supplier<T> reading, T otherwise) {
            try {
                return reading.get();
            } catch (Problem problem) {
                errors.addAll(problem.errors());
                return otherwise;
            }
        }
    }

    private static <T> List<T> orEmpty(List<T> given) {
        return given == null ? List.of() : given;
    }
}
