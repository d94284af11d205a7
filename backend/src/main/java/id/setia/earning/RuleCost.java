package id.setia.earning;

import id.setia.access.Caller;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.program.ProgramSettings;
import id.setia.program.Settings;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What publishing a rule is expected to cost, and whether that needs a second person's yes. */
@Singleton
public class RuleCost {

    private static final LocalText UNKNOWN = LocalText.of("?", "?");
    private static final LocalText POINTS = LocalText.of("poin", "points");
    private static final LocalText MONTHLY = LocalText.of("poin sebulan", "points a month");
    private static final LocalText IN_VOUCHERS = LocalText.of("poin untuk semua vouchernya", "points for all its vouchers");
    private static final LocalText AS_DRAFT = LocalText.of(
            "Tulis sebagai draf lalu terbitkan, agar orang kedua bisa menyetujui.",
            "Write it as a draft and publish that, so that a second person can say yes.");
    private static final LocalText ANEW = LocalText.of(
            "Akhiri dulu penawaran yang memberikan hadiah ini, lalu terbitkan lagi, agar orang kedua bisa menyetujui.",
            "End the offers that give this reward first and publish them anew, so that a second person can say yes.");

    private final CostForecast forecast;
    private final Settings settings;
    private final ProgramSettings program;

    RuleCost(CostForecast forecast, Settings settings, ProgramSettings program) {
        this.forecast = forecast;
        this.settings = settings;
        this.program = program;
    }

    RulePublicationPolicy policy() {
        return settings.read(
                        RulePublicationPolicy.SETTING, RulePublicationPolicy.class, RulePublicationPolicy.USUAL)
                .value();
    }

    /**
     * Points a month, from the purchases of the last thirty days, else as they were stated, never more than the rule's
     * budget; empty when nobody knows.
     */
    Optional<RuleEstimate> estimate(Optional<UUID> ruleId, RuleDefinition definition, Optional<Long> stated) {
        long most = Optional.ofNullable(definition.ofCaps().budget()).orElse(Long.MAX_VALUE);
        return forecast.of(ruleId, definition)
                .map(found -> new RuleEstimate(Math.min(found.points(), most), found.purchases()))
                .or(() -> stated.map(points -> new RuleEstimate(Math.min(points, most), 0)));
    }

    boolean isAboveLimit(long points) {
        RulePublicationPolicy policy = policy();
        String currency = program.current().currency();
        return policy.pointsPerMonth() != null && points > policy.pointsPerMonth()
                || policy.worthPerMonth() != null
                        && program.current().worthOf(points).minor(currency, "") > policy.worthPerMonth().minor(currency, "");
    }

    /**
     * Keeps one person from publishing alone what needs two; without past purchases the budget says what it costs. Goes over past purchases; not for a transaction that holds locks.
     *
     * @throws Problem {@code second_person_needed}
     */
    void refuseAboveLimit(Optional<UUID> ruleId, RuleDefinition definition) {
        refuse(excess(ruleId, definition), MONTHLY, AS_DRAFT);
    }

    /**
     * The same of what all the vouchers of an offer come to, empty when nobody knows.
     *
     * @throws Problem {@code second_person_needed}
     */
    public void refuseVouchersAboveLimit(Optional<Long> points) {
        refuse(excess(points), IN_VOUCHERS, ANEW);
    }

    private void refuse(Optional<Excess> found, LocalText unit, LocalText advice) {
        found.ifPresent(excess -> {
            throw Problem.of(
                    ProblemCode.SECOND_PERSON_NEEDED,
                    amount(excess.pointsPerMonth().map(MoneyText::number).orElse(UNKNOWN), unit),
                    limit(),
                    advice);
        });
    }

    private static LocalText amount(LocalText number, LocalText unit) {
        return LocalText.of(number.id() + " " + unit.id(), number.en() + " " + unit.en());
    }

    /**
     * A cost that one person may not decide alone.
     *
     * @param pointsPerMonth empty when nobody knows
     */
    public record Excess(Optional<Long> pointsPerMonth) {}

    /**
     * What a rule is expected to cost where that needs two; without past purchases the budget says what it costs. Goes over
     * past purchases; not for a transaction that holds locks.
     */
    public Optional<Excess> excess(Optional<UUID> ruleId, RuleDefinition definition) {
        return policy().asksNobody()
                ? Optional.empty()
                : excess(estimate(ruleId, definition, Optional.ofNullable(definition.ofCaps().budget()))
                        .map(RuleEstimate::pointsPerMonth));
    }

    /** The same of what is expected by other means; of what nobody knows it needs two wherever there is a limit. */
    public Optional<Excess> excess(Optional<Long> points) {
        return policy().asksNobody() || points.filter(expected -> !isAboveLimit(expected)).isPresent()
                ? Optional.empty()
                : Optional.of(new Excess(points));
    }

    /** @throws Problem {@code role_may_not_approve} to those who may not say yes to what costs more than the limit */
    public void refuseApprover(Caller.SignedInStaff by) {
        if (!policy().mayApprove(by.roles())) {
            throw Problem.of(ProblemCode.ROLE_MAY_NOT_APPROVE);
        }
    }

    private LocalText limit() {
        RulePublicationPolicy policy = policy();
        String currency = program.current().currency();
        return policy.pointsPerMonth() != null
                ? amount(MoneyText.number(policy.pointsPerMonth()), POINTS)
                : MoneyText.of(policy.worthPerMonth().minor(currency, ""), currency);
    }
}
