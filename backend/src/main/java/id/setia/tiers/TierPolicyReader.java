package id.setia.tiers;

import id.setia.kernel.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads what staff wrote into a policy, and gathers what is wrong.
 *
 * @param errors where what is wrong is added
 */
record TierPolicyReader(List<FieldError> errors) {

    private static final String PLACE = "/policy/";

    /** The policy; the other one where something is wrong. */
    TierPolicy read(TierPolicyTerms terms, TierPolicy otherwise) {
        int before = errors.size();
        Optional<TierMetric> metric = TierMetric.of(terms.metric());
        Optional<TierWindow> window = TierWindow.of(terms.window());
        unless(metric.isPresent(), "metric", "value_unknown", Arrays.stream(TierMetric.values()).map(TierMetric::value).toList());
        unless(window.isPresent(), "window", "value_unknown", Arrays.stream(TierWindow.values()).map(TierWindow::value).toList());
        unless(window.filter(TierWindow::isYear).isEmpty() || terms.months() == TierPolicy.YEAR, "months", "year_of_months", List.of());
        boolean average = metric.filter(TierMetric::isAverage).isPresent();
        unless(!average || !terms.upgradeAtOnce(), "upgradeAtOnce", "not_of_average", List.of());
        unless(average || !terms.sinceJoining(), "sinceJoining", "only_of_average", List.of());
        return errors.size() > before
                ? otherwise
                : new TierPolicy(
                        metric.orElseThrow(),
                        window.orElseThrow(),
                        terms.months(),
                        terms.minimumTenure(),
                        terms.upgradeAtOnce(),
                        terms.grace(),
                        terms.softLanding(),
                        terms.sinceJoining());
    }

    private void unless(boolean good, String field, String code, List<String> known) {
        if (!good) {
            errors.add(new FieldError(
                    PLACE + field, code, known.isEmpty() ? List.of() : List.of(String.join(", ", known))));
        }
    }
}
