package id.setia.earning;

import java.util.Optional;
import java.util.UUID;

/** Reckons what publishing a rule is likely to cost; done by a room that knows purchases. */
public interface CostForecast {

    /**
     * What past purchases say.
     *
     * @param points how many more points thirty days would give, or negative fewer
     * @param purchases how many purchases of the last thirty days it was reckoned from
     */
    record Forecast(long points, long purchases) {}

    /** The forecast; empty where there is no history to reckon by, or the rule is not for purchases. */
    Optional<Forecast> of(Optional<UUID> ruleId, RuleDefinition definition);
}
