package id.setia.imports;

import id.setia.access.AuditTrail;
import id.setia.access.Caller;
import id.setia.jobs.FileSource;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.Jobs;
import id.setia.jobs.NewJob;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.rewards.Reward;
import id.setia.rewards.RewardKind;
import id.setia.rewards.Rewards;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The door for files of codes: looks at their header and queues them. */
@Singleton
class RewardCodeUploads {

    private static final List<String> TITLES = List.of("code", "kode");

    private final Jobs jobs;
    private final Rewards rewards;
    private final AuditTrail audit;
    private final Json json;

    RewardCodeUploads(Jobs jobs, Rewards rewards, AuditTrail audit, Json json) {
        this.jobs = jobs;
        this.rewards = rewards;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Queues a file.
     *
     * @throws Problem {@code reward_not_found}, {@code file_unreadable}; {@code validation_failed} with
     *     {@code columns_missing}, or where the reward takes no imported codes
     */
    Job queue(Caller by, String fileName, String rewardId, String language, FileSource file) throws IOException {
        Reward reward = PublicId.REWARD
                .parse(rewardId)
                .flatMap(rewards::find)
                .orElseThrow(() -> Problem.of(ProblemCode.REWARD_NOT_FOUND));
        if (reward.kind() != RewardKind.VOUCHER_POOL) {
            throw Problem.invalid("/rewardId", "reward_without_codes");
        }
        RewardCodeOrder order = new RewardCodeOrder(reward.id().toString(), language, column(file));
        Job job = jobs.create(new NewJob(RewardCodeImport.KIND, fileName, json.write(order), by.actorId()), file);
        audit.record(by, "reward_code_import.queued", "job", job.id(), "fileName", fileName, "rewardId", rewardId);
        return job;
    }

    private static int column(FileSource file) throws IOException {
        try (CsvFile codes = CsvFile.open(file.open())) {
            CsvFile.requireUtf8(file.open());
            for (int column = 0; column < codes.titles().size(); column++) {
                if (TITLES.contains(codes.titles().get(column).strip().toLowerCase(Locale.ROOT))) {
                    return column;
                }
            }
        } catch (JobFailure unreadable) {
            throw Problem.of(ProblemCode.FILE_UNREADABLE);
        }
        throw Problem.invalid("/file", "columns_missing", TITLES.getFirst());
    }
}
