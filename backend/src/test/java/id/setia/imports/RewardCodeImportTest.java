package id.setia.imports;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.access.Caller;
import id.setia.access.Role;
import id.setia.jobs.JobRunner;
import id.setia.jobs.Jobs;
import id.setia.jobs.RunningJob;
import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.posting.RewardRedemptions;
import id.setia.rewards.RedemptionAnswers;
import id.setia.rewards.RewardKind;
import id.setia.rewards.Vouchers;
import id.setia.testing.Browser;
import id.setia.testing.TestMembers;
import id.setia.testing.TestProgram;
import id.setia.testing.TestRewards;
import id.setia.tiers.TierLadder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of codes on a database of their own. */
class RewardCodeImportTest {

    private static final int MANY = Integer.getInteger("setia.test.codes", 5_000);

    private static OwnServer server;
    private static Browser marketer;

    @BeforeAll
    static void found() throws SQLException {
        server = OwnServer.start("reward_codes");
        server.found(TestProgram.PROGRAM, 100_000);
        server.bean(TierLadder.class).define(TestProgram.LADDER.tiers());
        marketer = server.staff(Role.MARKETER);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void codes_are_given_out_in_order_and_the_same_file_again_changes_nothing() {
        String reward = pool();
        String file = "nomor;kode\n1;KOPI-AAAA\n2;KOPI-BBBB\n3;KOPI-CCCC\n";

        assertThat(counts(imported(reward, file))).isEqualTo(Map.of("added", 3L, "unchanged", 0L, "refused", 0L));
        assertThat(counts(imported(reward, file))).isEqualTo(Map.of("added", 0L, "unchanged", 3L, "refused", 0L));
        assertThat(left(reward)).isEqualTo(3);
        assertThat(List.of(taken(reward), taken(reward), taken(reward)))
                .containsExactly("KOPI-AAAA", "KOPI-BBBB", "KOPI-CCCC");
        assertThat(left(reward)).isZero();
        assertThat(server.count("outbox WHERE type = 'reward.pool_low'") + server.count("feed WHERE type = 'reward.pool_low'"))
                .isEqualTo(1);
    }

    @Test
    void every_refused_row_is_in_the_report_with_its_reason_and_without_its_code() {
        imported(pool(), "code\nTEH-MILIK-LAIN\n");
        String reward = pool();
        Browser.Answer job = imported(
                reward, "code\nTEH-SATU\n\"\",\nabc\nTEH SATU DUA\nTEH-SATU\nTEH-MILIK-LAIN\n" + "x".repeat(101) + "\n");

        assertThat(counts(job)).containsEntry("added", 1L).containsEntry("refused", 6L);
        String report = marketer.get("/api/v1/reward-code-imports/" + job.text("jobId") + "/report").body();
        assertThat(report.lines().map(line -> line.split(",")[0] + " " + line.split(",")[1]).skip(1))
                .containsExactly(
                        "3 code_missing", "4 code_malformed", "5 code_malformed", "6 code_repeated",
                        "7 code_of_another_reward", "8 code_malformed");
        assertThat(report).doesNotContain("TEH-SATU", "MILIK");
        assertThat(server.count("job_file f JOIN job j ON j.id = f.job_id WHERE j.kind = 'reward_codes'")).isZero();
        assertThat(server.count("pool_code WHERE code LIKE '%TEH-SATU%' OR code LIKE '%TEH-MILIK%'")).isZero();
    }

    @Test
    void a_file_without_codes_and_a_reward_without_a_pool_are_refused_at_once() {
        assertThat(upload(pool(), "sku\nA\n").fieldCodes()).containsEntry("/file", "columns_missing");
        assertThat(upload(reward(RewardKind.DONATION), "code\nABCD\n").fieldCodes())
                .containsEntry("/rewardId", "reward_without_codes");
        assertThat(upload("rew_none", "code\nABCD\n").text("code")).isEqualTo("reward_not_found");
    }

    @Test
    void a_job_that_was_interrupted_goes_on_where_it_stood_and_giving_out_stays_fast() {
        String reward = pool();
        StringBuilder file = new StringBuilder("code\n");
        for (int number = 0; number < MANY; number++) {
            file.append("BANYAK-").append(number).append("\n");
        }
        String jobId = upload(reward, file.toString()).text("jobId");
        RunningJob claimed = server.bean(Jobs.class).claim(server.bean(SystemClock.class).now()).orElseThrow();
        claimed.total(MANY);

        long start = System.nanoTime();
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now().plusSeconds(60));
        Duration importing = Duration.ofNanos(System.nanoTime() - start);

        Browser.Answer job = marketer.get("/api/v1/reward-code-imports/" + jobId);
        assertThat(job.text("state")).as(job.body()).isEqualTo("done");
        assertThat(counts(job)).containsEntry("added", (long) MANY);
        assertThat(left(reward)).isEqualTo(MANY);
        List<UUID> members = Stream.generate(RewardCodeImportTest::member).limit(20).toList();
        start = System.nanoTime();
        List<UUID> redemptions = members.stream().map(member -> redeem(member, reward)).toList();
        Duration giving = Duration.ofNanos(System.nanoTime() - start).dividedBy(20);
        for (int number = 0; number < 20; number++) {
            assertThat(code(members.get(number), redemptions.get(number))).isEqualTo("BANYAK-" + number);
        }
        System.out.println(MANY + " codes were taken in within " + importing.toMillis() + " ms; giving one out for points took "
                + giving.toNanos() / 1_000 + " microseconds");
        assertThat(giving).isLessThan(Duration.ofSeconds(1));
    }

    private static String pool() {
        return reward(RewardKind.VOUCHER_POOL);
    }

    private static String reward(RewardKind kind) {
        return PublicId.REWARD.format(server.bean(TestRewards.class).publish(TestRewards.reward(kind)));
    }

    private static String taken(String reward) {
        UUID member = member();
        return code(member, redeem(member, reward));
    }

    /** A member with points for one reward. */
    private static UUID member() {
        UUID member = server.bean(TestMembers.class).join().id();
        server.bean(TestRewards.class).give(member, 100);
        return member;
    }

    private static UUID redeem(UUID member, String reward) {
        return server.bean(RewardRedemptions.class)
                .redeem(
                        new Caller.SignedInMember(member),
                        Optional.of(server.bean(IdMaker.class).next().toString()),
                        new RewardRedemptions.Order(
                                member, PublicId.REWARD.parse(reward).orElseThrow(), Optional.empty()));
    }

    private static String code(UUID member, UUID redemption) {
        String voucher =
                server.bean(RedemptionAnswers.class).one(member, redemption, true).voucher().voucherId();
        return server.bean(Vouchers.class)
                .reveal(member, PublicId.VOUCHER.parse(voucher).orElseThrow())
                .code();
    }

    private static long left(String reward) {
        return marketer.get("/api/v1/rewards/" + reward).json().get("left").getLongValue();
    }

    private static Browser.Answer imported(String reward, String file) {
        Browser.Answer queued = upload(reward, file);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        server.bean(JobRunner.class).runDue(server.bean(SystemClock.class).now());
        Browser.Answer job = marketer.get("/api/v1/reward-code-imports/" + queued.text("jobId"));
        assertThat(job.text("state")).as(job.body()).isEqualTo("done");
        return job;
    }

    private static Browser.Answer upload(String reward, String file) {
        return marketer.upload(
                "/api/v1/reward-code-imports", "kode.csv", file.getBytes(StandardCharsets.UTF_8), Map.of("rewardId", reward));
    }

    private static Map<String, Long> counts(Browser.Answer job) {
        var counts = job.json().get("counts");
        return Map.of(
                "added", counts.get("added").getLongValue(),
                "unchanged", counts.get("unchanged").getLongValue(),
                "refused", counts.get("refused").getLongValue());
    }
}
