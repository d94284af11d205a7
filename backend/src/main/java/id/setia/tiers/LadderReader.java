package id.setia.tiers;

import id.setia.kernel.FieldError;
import id.setia.kernel.LocalText;
import id.setia.kernel.LocalTextReader;
import id.setia.kernel.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads what staff wrote into a ladder, or says field by field what is wrong. */
record LadderReader(Ladder before, String currency) {

    private static final int LONGEST_NAME = 30;

    /** @throws Problem {@code validation_failed} with everything that is wrong */
    Ladder read(List<TierTerms> terms) {
        List<String> codes = before.tiers().stream().map(Tier::code).toList();
        if (!terms.stream().map(TierTerms::code).toList().equals(codes)) {
            throw Problem.invalid("/tiers", "tiers_fixed", String.join(", ", codes));
        }
        LocalTextReader texts = new LocalTextReader();
        List<FieldError> errors = new ArrayList<>();
        List<Tier> tiers = new ArrayList<>();
        long below = 0;
        for (int index = 0; index < terms.size(); index++) {
            TierTerms term = terms.get(index);
            String place = "/tiers/" + index;
            LocalText name = texts.read(term.name(), place + "/name", LONGEST_NAME);
            long threshold = threshold(term, place + "/threshold", errors);
            if (index == 0 && threshold != 0) {
                errors.add(new FieldError(place + "/threshold/amount", "lowest_is_free", List.of()));
            } else if (index > 0 && threshold <= below) {
                errors.add(new FieldError(place + "/threshold/amount", "not_rising", List.of()));
            }
            below = threshold;
            tiers.add(new Tier(term.code(), before.tiers().get(index).rank(), name, threshold));
        }
        errors.addAll(texts.errors());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Ladder(tiers);
    }

    private long threshold(TierTerms term, String pointer, List<FieldError> errors) {
        try {
            return term.threshold().minor(currency, pointer);
        } catch (Problem problem) {
            errors.addAll(problem.errors());
            return 0;
        }
    }
}
