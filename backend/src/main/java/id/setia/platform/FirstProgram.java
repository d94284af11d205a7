package id.setia.platform;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new database's programme is called, counts in and gives, until an administrator changes it.
 *
 * @param name           the programme's name
 * @param currency       an ISO 4217 code, fixed after the first purchase
 * @param timeZone       the programme's time zone, fixed after the first purchase
 * @param pointsPer      the amount that gives one point
 * @param pointWorth     what a point is worth to a member
 * @param tierThresholds average monthly spend that reaches the second and the third tier
 * @param joinBonus      points for joining, 0 for none
 */
record FirstProgram(
        String name,
        String currency,
        ZoneId timeZone,
        BigDecimal pointsPer,
        BigDecimal pointWorth,
        List<BigDecimal> tierThresholds,
        int joinBonus) {

    private static final BigDecimal GOLD = new BigDecimal("1000");
    private static final BigDecimal PRIORITY = new BigDecimal("2500");
    private static final int MOST_JOIN_BONUS = 1_000_000;
    private static final int JOIN_BONUS = 100;

    static FirstProgram of(StartVariables variables, boolean demo) {
        String currency = variables.currency("SETIA_PROGRAM_CURRENCY").orElse("IDR");
        BigDecimal pointsPer = variables.amount("SETIA_POINTS_PER").orElse(usualPointsPer(currency));
        return new FirstProgram(
                variables.text("SETIA_PROGRAM_NAME").orElse(demo ? "Klub Nusantara" : "Setia"),
                currency,
                variables.zone("SETIA_PROGRAM_TIME_ZONE").orElse(ZoneId.of("Asia/Jakarta")),
                pointsPer,
                variables.amount("SETIA_POINT_WORTH").orElse(pointsPer.movePointLeft(2)),
                variables.risingAmounts("SETIA_TIER_THRESHOLDS", 2)
                        .orElse(List.of(pointsPer.multiply(GOLD), pointsPer.multiply(PRIORITY))),
                variables.number("SETIA_JOIN_BONUS", 0, MOST_JOIN_BONUS).orElse(JOIN_BONUS));
    }

    /** A point for a thousand rupiah, for a hundred of a currency without small change, for one of any other. */
    private static BigDecimal usualPointsPer(String currency) {
        if (currency.equals("IDR")) {
            return new BigDecimal("1000");
        }
        return new BigDecimal(Currency.getInstance(currency).getDefaultFractionDigits() == 0 ? "100" : "1");
    }

    /** The same for {@link Founding}. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("setia.program.name", name);
        properties.put("setia.program.currency", currency);
        properties.put("setia.program.time-zone", timeZone.getId());
        properties.put("setia.program.points-per", pointsPer.toPlainString());
        properties.put("setia.program.point-worth", pointWorth.toPlainString());
        properties.put("setia.program.gold-from", tierThresholds.get(0).toPlainString());
        properties.put("setia.program.priority-from", tierThresholds.get(1).toPlainString());
        properties.put("setia.program.join-bonus", joinBonus);
        return properties;
    }
}
