/**
 * How purchases and other acts become points: rules as data, their versions, pure evaluation, and the judgement that
 * explains every outcome for good. Decides; never moves points.
 *
 * <p>Tables: {@code earning_rule}, {@code earning_rule_version}. Publishes {@code rule.published} and {@code rule.ended}.
 */
package id.setia.earning;
