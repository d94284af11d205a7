/**
 * How purchases and other acts become points: rules as data, their versions, pure evaluation, and the judgement that
 * explains every outcome for good. Decides; never moves points.
 *
 * <p>Tables: {@code earning_rule}, {@code earning_rule_version}, {@code earning_calendar}, {@code earning_counter},
 * {@code rule_draft}, {@code rule_stop}. Publishes {@code rule.published}, {@code rule.ended} and {@code rule.stopped}.
 */
package id.setia.earning;
