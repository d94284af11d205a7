package id.setia.tiers;

import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.LocalTextReader;
import id.setia.kernel.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what staff wrote into a ladder, or says field by field what is wrong. */
record LadderReader(Ladder before, String currency) {

    private static final int LONGEST_NAME = 30;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?");

    /**
     * The ladder; tiers that are missing in it are removed, and its policy stays where none is given.
     *
     * @throws Problem {@code validation_failed} with everything that is wrong
     */
    Ladder read(List<TierTerms> terms, Optional<TierPolicyTerms> policyTerms) {
        List<FieldError> errors = new ArrayList<>();
        TierPolicy policy = policyTerms
                .map(given -> new TierPolicyReader(errors).read(given, before.policy()))
                .orElse(before.policy());
        LocalTextReader texts = new LocalTextReader();
        List<Tier> tiers = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        long below = 0;
        for (int index = 0; index < terms.size(); index++) {
            TierTerms term = terms.get(index);
            String place = "/tiers/" + index;
            code(term.code(), place + "/code", codes, errors);
            LocalText name = texts.read(term.name(), place + "/name", LONGEST_NAME);
            String figure = place + (policy.metric().isMoney() ? "/threshold" : "/count");
            Optional<Long> threshold = threshold(term, policy.metric(), place, errors);
            if (threshold.isPresent() && index == 0 && threshold.get() != 0) {
                errors.add(new FieldError(amount(figure, policy.metric()), "lowest_is_free", List.of()));
            } else if (threshold.isPresent() && index > 0 && threshold.get() <= below) {
                errors.add(new FieldError(amount(figure, policy.metric()), "not_rising", List.of()));
            }
            below = threshold.orElse(below);
            tiers.add(new Tier(term.code(), index + 1, name, below));
        }
        errors.addAll(texts.errors());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Ladder(tiers, policy, removed(tiers));
    }

    private static String amount(String figure, TierMetric metric) {
        return metric.isMoney() ? figure + "/amount" : figure;
    }

    /** A code there was before may be of an older form. */
    private void code(String code, String pointer, Set<String> codes, List<FieldError> errors) {
        if (!codes.add(code)) {
            errors.add(new FieldError(pointer, "code_taken", List.of()));
        } else if (before.known(code).isEmpty() && !CODE.matcher(code).matches()) {
            errors.add(new FieldError(pointer, "code_malformed", List.of()));
        }
    }

    private Optional<Long> threshold(TierTerms term, TierMetric metric, String place, List<FieldError> errors) {
        boolean money = metric.isMoney();
        if ((money ? term.count() : term.threshold()) != null) {
            errors.add(new FieldError(place + (money ? "/count" : "/threshold"), "must_be_absent", List.of()));
        }
        if ((money ? term.threshold() : term.count()) == null) {
            errors.add(new FieldError(place + (money ? "/threshold" : "/count"), "required", List.of()));
            return Optional.empty();
        }
        if (!money) {
            return Optional.of(term.count());
        }
        try {
            return Optional.of(term.threshold().minor(currency, place + "/threshold"));
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return Optional.empty();
        }
    }

    /** Tiers there are no more, each with the one of the new ladder its members fall to. */
    private List<RemovedTier> removed(List<Tier> tiers) {
        List<RemovedTier> removed = new ArrayList<>();
        for (Tier tier : before.tiers()) {
            if (!holds(tiers, tier.code())) {
                removed.add(new RemovedTier(tier.code(), tier.name(), landing(tier.code(), tiers)));
            }
        }
        for (RemovedTier tier : before.removed()) {
            if (!holds(tiers, tier.code())) {
                removed.add(new RemovedTier(tier.code(), tier.name(), landing(tier.fallsTo(), tiers)));
            }
        }
        return removed;
    }

    private String landing(String code, List<Tier> tiers) {
        return before.tiers().reversed().stream()
                .dropWhile(tier -> !tier.code().equals(code))
                .map(Tier::code)
                .filter(lower -> holds(tiers, lower))
                .findFirst()
                .orElse(tiers.getFirst().code());
    }

    private static boolean holds(List<Tier> tiers, String code) {
        return tiers.stream().anyMatch(tier -> tier.code().equals(code));
    }
}
