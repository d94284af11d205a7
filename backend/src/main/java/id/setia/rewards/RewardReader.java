package id.setia.rewards;

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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what staff wrote of a reward, or says field by field what is wrong. */
@Singleton
class RewardReader {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final Duration FARTHEST = Duration.ofDays(3_660);
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final ProgramSettings settings;
    private final TierLadder ladder;
    private final PartnerDirectory partners;

    RewardReader(ProgramSettings settings, TierLadder ladder, PartnerDirectory partners) {
        this.settings = settings;
        this.ladder = ladder;
        this.partners = partners;
    }

    /** @throws Problem {@code validation_failed} with everything that is wrong */
    RewardDefinition read(WriteRewardRequest request, Instant now) {
        return new Reading(request, now).definition();
    }

    private final class Reading {

        private final WriteRewardRequest request;
        private final Instant now;
        private final String currency = settings.current().currency();
        private final List<FieldError> errors = new ArrayList<>();

        private Reading(WriteRewardRequest request, Instant now) {
            this.request = request;
            this.now = now;
        }

        private RewardDefinition definition() {
            LocalTextReader texts = new LocalTextReader();
            LocalText name = texts.read(request.name(), "/name", LONGEST_NAME);
            LocalText description = texts.read(request.description(), "/description", LONGEST_DESCRIPTION);
            errors.addAll(texts.errors());
            long money = positive(request.money(), "/money").orElse(0L);
            Discount discount = discount();
            checkStockAndLimits();
            List<String> tiers = tiers();
            UUID partner = partner();
            checkTimes();
            checkValidity();
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
            return new RewardDefinition(
                    request.kind(),
                    name,
                    description,
                    request.points(),
                    money,
                    discount,
                    request.stock(),
                    request.perMember(),
                    request.perPeriod(),
                    request.period(),
                    tiers,
                    micros(request.startsAt()),
                    micros(request.endsAt()),
                    request.validDays(),
                    micros(request.validUntil()),
                    partner,
                    request.budgetPoints());
        }

        private Discount discount() {
            DiscountTerms terms = request.discount();
            if (request.kind() != RewardKind.TILL_DISCOUNT) {
                if (terms != null) {
                    refuse("/discount", "must_be_absent");
                }
                return null;
            }
            if (terms == null) {
                refuse("/discount", "required");
                return null;
            }
            if ((terms.amount() == null) == (terms.percent() == null)) {
                refuse("/discount", "exactly_one_of", "amount, percent");
                return null;
            }
            if (terms.most() != null && terms.percent() == null) {
                refuse("/discount/most", "must_be_absent");
            }
            return new Discount(
                    positive(terms.amount(), "/discount/amount").orElse(null),
                    percent(terms.percent()),
                    positive(terms.most(), "/discount/most").orElse(null),
                    positive(terms.from(), "/discount/from").orElse(0L));
        }

        private BigDecimal percent(String text) {
            if (text == null) {
                return null;
            }
            BigDecimal percent = reading(() -> Decimals.parse(text, "/discount/percent", 2)).orElse(BigDecimal.ONE);
            if (percent.signum() <= 0) {
                refuse("/discount/percent", "must_be_positive");
            } else if (percent.compareTo(HUNDRED) > 0) {
                refuse("/discount/percent", "too_large", 100);
            }
            return percent;
        }

        private Optional<Long> positive(Money money, String pointer) {
            if (money == null) {
                return Optional.empty();
            }
            Optional<Long> minor = reading(() -> money.minor(currency, pointer));
            if (minor.filter(amount -> amount <= 0).isPresent()) {
                refuse(pointer + "/amount", "must_be_positive");
            }
            return minor;
        }

        private void checkStockAndLimits() {
            if (request.stock() != null && request.kind() == RewardKind.VOUCHER_POOL) {
                refuse("/stock", "must_be_absent");
            }
            if (request.perPeriod() > 0 && request.period() == null) {
                refuse("/period", "required");
            } else if (request.perPeriod() == 0 && request.period() != null) {
                refuse("/period", "must_be_absent");
            }
        }

        private List<String> tiers() {
            List<String> known = ladder.current().tiers().stream().map(Tier::code).toList();
            List<String> given = request.tiers() == null ? List.of() : request.tiers();
            for (int index = 0; index < given.size(); index++) {
                if (!known.contains(given.get(index))) {
                    refuse("/tiers/" + index, "value_unknown", String.join(", ", known));
                }
            }
            return known.stream().filter(given::contains).toList();
        }

        private UUID partner() {
            Optional<Partner> partner = request.honouringPartnerId() == null
                    ? Optional.of(partners.owner())
                    : PublicId.PARTNER.parse(request.honouringPartnerId()).flatMap(partners::partner);
            if (partner.isEmpty()) {
                refuse("/honouringPartnerId", "partner_unknown");
            } else if (partner.get().state() != PartnerState.ACTIVE) {
                refuse("/honouringPartnerId", "partner_ended");
            } else if (request.kind() == RewardKind.PARTNER_REWARD && partner.get().owner()) {
                refuse("/honouringPartnerId", "other_partner_needed");
            }
            return partner.map(Partner::id).orElseGet(() -> partners.owner().id());
        }

        private void checkTimes() {
            checkRange(request.startsAt(), "/startsAt");
            checkRange(request.endsAt(), "/endsAt");
            if (request.startsAt() != null && request.endsAt() != null && !request.endsAt().isAfter(request.startsAt())) {
                refuse("/endsAt", "end_before_start");
            }
        }

        private void checkValidity() {
            if (!request.kind().givesVoucher()) {
                refuseUnlessAbsent(request.validDays(), "/validDays");
                refuseUnlessAbsent(request.validUntil(), "/validUntil");
                return;
            }
            checkRange(request.validUntil(), "/validUntil");
            if (request.validUntil() != null
                    && !request.validUntil().isAfter(request.startsAt() == null ? now : request.startsAt())) {
                refuse("/validUntil", "end_before_start");
            }
        }

        private void checkRange(Instant moment, String pointer) {
            if (moment != null && moment.isAfter(now.plus(FARTHEST))) {
                refuse(pointer, "too_far_ahead");
            } else if (moment != null && moment.isBefore(now.minus(FARTHEST))) {
                refuse(pointer, "value_malformed");
            }
        }

        private void refuseUnlessAbsent(Object value, String pointer) {
            if (value != null) {
                refuse(pointer, "must_be_absent");
            }
        }

        private void refuse(String pointer, String code, Object... arguments) {
            errors.add(new FieldError(pointer, code, List.of(arguments)));
        }

        private <T> Optional<T> reading(Supplier<T> part) {
            try {
                return Optional.of(part.get());
            } catch (Problem problem) {
                errors.addAll(problem.errors());
                return Optional.empty();
            }
        }

        private static Instant micros(Instant moment) {
            return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
