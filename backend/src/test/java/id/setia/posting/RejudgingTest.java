package id.setia.posting;

import static id.setia.posting.Receipts.number;
import static id.setia.posting.Receipts.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.earning.Conditions;
import id.setia.earning.EarningRules;
import id.setia.earning.Effect;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleStops;
import id.setia.earning.Trigger;
import id.setia.jobs.JobLost;
import id.setia.jobs.JobRunner;
import id.setia.jobs.JobStep;
import id.setia.jobs.Jobs;
import id.setia.jobs.RunningJob;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.IdMaker;
import id.setia.kernel.LocalText;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.points.Balance;
import id.setia.points.LedgerProof;
import id.setia.points.PointsLedger;
import id.setia.posting.Receipts.Item;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestShop;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judging again, by another version or by none, with what became of the purchases meanwhile. */
@SetiaTest
class RejudgingTest {

    @Inject
    TestShop shop;

    @Inject
    EarningRules rules;

    @Inject
    RuleStops stops;

    @Inject
    ReceiptReader reader;

    @Inject
    PurchasePoster poster;

    @Inject
    ManualPoints manual;

    @Inject
    Rejudgements rejudgements;

    @Inject
    RejudgementAnswers answers;

    @Inject
    PointsLedger points;

    @Inject
    LedgerProof proof;

    @Inject
    Proof wholeProof;

    @Inject
    JobRunner jobs;

    @Inject
    Jobs queue;

    @Inject
    RejudgementWorker worker;

    @Inject
    BusinessClock clock;

    @Inject
    SystemClock systemClock;

    @Inject
    IdMaker ids;

    private Instant bought;
    private String category;
    private Caller.SignedInStaff adi;

    @BeforeEach
    void openShop() {
        shop.open();
        bought = clock.now().minus(Duration.ofHours(1));
        category = "Uji " + ids.next();
        adi = new Caller.SignedInStaff(ids.next(), Set.of(Role.ADMINISTRATOR));
    }

    @Test
    void a_version_that_gave_too_little_is_made_good_by_its_successor() {
        String code = code();
        UUID rule = publish(code, new Effect.Multiplier(new BigDecimal("2")), bought);
        UUID member = shop.member();
        buy(member, 50_000);
        publish(code, new Effect.Multiplier(new BigDecimal("4")), clock.now());

        RejudgementResponse done = judgedAgain(rule, new JudgeAgainRequest(1, null, 2, null, "Salah faktor"));

        assertThat(done.trial().pointsGiven()).isEqualTo(100);
        assertThat(done.correction()).isEqualTo(done.trial());
        assertThat(balance(member).available()).isEqualTo(200);
        assertThat(balance(member).lots()).extracting(lot -> lot.points()).contains(100L);
        promises(member);
    }

    @Test
    void members_may_keep_what_they_gained() {
        String code = code();
        UUID rule = publish(code, new Effect.Bonus(70), bought);
        UUID small = shop.member();
        UUID large = shop.member();
        buy(small, 10_000);
        buy(large, 90_000);
        publish(code, new Effect.Multiplier(new BigDecimal("2")), clock.now());

        RejudgementResponse done = judgedAgain(rule, new JudgeAgainRequest(1, null, 2, true, "Salah jenis"));

        assertThat(done.correction().members()).isEqualTo(1);
        assertThat(balance(small).available()).isEqualTo(10 + 70);
        assertThat(balance(large).available()).isEqualTo(90 + 90);
        promises(small, large);
    }

    @Test
    void what_was_taken_by_hand_stays_taken_and_no_rule_takes_more_than_stands() {
        UUID rule = publish(code(), new Effect.Bonus(100), bought);
        UUID member = shop.member();
        UUID purchase = buy(member, 50_000);
        manual.adjust(
                adi,
                Optional.of(ids.next().toString()),
                new Adjustment(
                        member, -30, CorrectionReason.CORRECTION, "Terlalu banyak", 12, shop.store().partnerId(), purchase, false));
        assertThat(balance(member).available()).isEqualTo(120);
        stops.stop(adi, rule, "Bukan untuk ini");

        RejudgementResponse done = judgedAgain(rule, new JudgeAgainRequest(null, null, null, null, "Bukan untuk ini"));

        assertThat(done.correction().pointsTaken()).as("of the bonus 80 stood").isEqualTo(80);
        assertThat(balance(member).available()).isEqualTo(40);
        promises(member);
    }

    @Test
    void only_purchases_of_a_later_moment_are_judged_again() {
        UUID rule = publish(code(), new Effect.Bonus(25), bought);
        UUID member = shop.member();
        buy(member, 10_000);
        Instant later = bought.plus(Duration.ofMinutes(10));
        poster.post(reader.read(receipt(number(), later, member, item(10_000)), shop.till()));
        stops.stop(adi, rule, "Salah sejak nanti");

        judgedAgain(rule, new JudgeAgainRequest(null, later, null, null, "Salah sejak nanti"));

        assertThat(balance(member).available()).isEqualTo(10 + 25 + 10);
    }

    @Test
    void a_version_that_still_judges_is_not_judged_again() {
        UUID rule = publish(code(), new Effect.Bonus(25), bought);

        assertThatThrownBy(() -> rejudgements.begin(
                        adi, Optional.of(ids.next().toString()), rule,
                        new JudgeAgainRequest(null, null, null, null, "Masih berlaku")))
                .isInstanceOfSatisfying(Problem.class, problem ->
                        assertThat(problem.code()).isEqualTo(ProblemCode.RULE_IN_FORCE));
        stops.stop(adi, rule, "Selesai");
    }

    /**
     * Where a job is cut short.
     *
     * @param chunk counted from 1
     * @param inside after the chunk's work and before its commit, else before the chunk
     */
    private record Cut(int chunk, boolean inside) {}

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "2, true"})
    void a_job_cut_short_is_gone_on_with_and_takes_nothing_twice(int chunk, boolean inside) {
        UUID rule = publish(code(), new Effect.Bonus(25), bought);
        List<UUID> members = Stream.generate(shop::member).limit(120).toList();
        members.forEach(member -> buy(member, 10_000));
        stops.stop(adi, rule, "Salah");
        Rejudgement run = rejudgements.begin(
                adi, Optional.of(ids.next().toString()), rule,
                new JudgeAgainRequest(null, null, null, null, "Salah"));
        jobs.runDue(systemClock.now());
        rejudgements.start(adi, run.id());
        Instant now = systemClock.now();
        RunningJob first = queue.claim(now).orElseThrow();
        assertThat(first.job().parameters()).isEqualTo(run.id().toString());

        assertThatThrownBy(() -> worker.work(new Interrupted(queue, first, new Cut(chunk, inside))))
                .isInstanceOf(PowerCut.class);
        long done = members.stream().filter(member -> balance(member).available() == 10).count();
        assertThat(done).isBetween(0L, 119L);
        assertThat(queue.claim(now)).as("its lease still holds").isEmpty();
        jobs.runDue(now.plus(Duration.ofMinutes(1)));

        RejudgementResponse ended = answers.of(rejudgements.find(run.id()));
        assertThat(ended.state()).isEqualTo(RejudgementState.DONE);
        assertThat(ended.correction()).isEqualTo(ended.trial());
        assertThat(ended.correction().pointsTaken()).isEqualTo(120 * 25);
        assertThat(members).allMatch(member -> balance(member).available() == 10);
        assertThatThrownBy(() -> worker.work(first)).as("who was overtaken").isInstanceOf(JobLost.class);
        promises(members.toArray(UUID[]::new));
    }

    private static final class PowerCut extends RuntimeException {}

    private static final class Interrupted extends RunningJob {

        private final Cut cut;
        private int chunks;

        private Interrupted(Jobs queue, RunningJob running, Cut cut) {
            super(queue, running.job());
            this.cut = cut;
        }

        @Override
        public void advance(Chunk chunk) {
            if (++chunks == cut.chunk() && !cut.inside()) {
                throw new PowerCut();
            }
            super.advance(() -> {
                JobStep step = chunk.work();
                if (chunks == cut.chunk()) {
                    throw new PowerCut();
                }
                return step;
            });
        }
    }

    private RejudgementResponse judgedAgain(UUID rule, JudgeAgainRequest request) {
        Rejudgement run = rejudgements.begin(adi, Optional.of(ids.next().toString()), rule, request);
        jobs.runDue(systemClock.now());
        assertThat(answers.of(rejudgements.start(adi, run.id())).state()).isEqualTo(RejudgementState.CORRECTING);
        jobs.runDue(systemClock.now());
        RejudgementResponse done = answers.of(rejudgements.find(run.id()));
        assertThat(done.state()).isEqualTo(RejudgementState.DONE);
        return done;
    }

    private String code() {
        return "uji-" + ids.next();
    }

    private UUID publish(String code, Effect effect, Instant from) {
        LocalText name = LocalText.of(code, code);
        return rules.publish(
                code,
                new RuleDefinition(
                        name, name, Trigger.PURCHASE, Conditions.categories(category), effect, 12, shop.store().partnerId()),
                from,
                Optional.empty());
    }

    private Item item(long rupiah) {
        return new Item("Barang", category, rupiah, "1");
    }

    private UUID buy(UUID member, long rupiah) {
        return poster.post(reader.read(receipt(number(), bought, member, item(rupiah)), shop.till()))
                .purchase()
                .id();
    }

    private Balance balance(UUID member) {
        return points.balance(member);
    }

    private void promises(UUID... members) {
        assertThat(proof.promises(List.of(members))).allMatch(promise -> promise.holds());
        assertThat(wholeProof.now().promises()).allMatch(promise -> promise.holds());
    }
}
