package id.setia.imports;

import id.setia.jobs.Job;
import id.setia.jobs.JobRefusal;
import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.Json;
import id.setia.rewards.CodePools;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Takes in a file of codes, some hundred rows at a time. The job's checkpoint is how many rows are done. Codes are worth
 * money: the report shows their first characters alone, and the file goes as soon as its last row is done.
 */
@Singleton
class RewardCodeImport implements JobWorker {

    static final String KIND = "reward_codes";

    private static final int CHUNK = 500;
    private static final int SHOWN = 2;
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]{4,100}");

    private final CodePools pools;
    private final Json json;

    RewardCodeImport(CodePools pools, Json json) {
        this.pools = pools;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) throws IOException {
        if (running.job().total().isEmpty()) {
            running.total(countRows(running));
        }
        Job job = running.job();
        RewardCodeOrder order = json.read(job.parameters(), RewardCodeOrder.class);
        RewardCodeTally tally =
                job.counts().isEmpty() ? RewardCodeTally.NOTHING : json.read(job.counts(), RewardCodeTally.class);
        try (CsvFile file = CsvFile.open(running.file())) {
            long done = 0;
            while (done < job.checkpoint() && file.hasNext()) {
                file.next();
                done++;
            }
            done = job.checkpoint();
            while (file.hasNext()) {
                List<FileRow> chunk = chunk(file);
                done += chunk.size();
                tally = advance(running, order, chunk, done, tally);
            }
        }
        running.dropFile();
    }

    private static long countRows(RunningJob running) throws IOException {
        try (CsvFile file = CsvFile.open(running.file())) {
            long rows = 0;
            while (file.hasNext()) {
                file.next();
                rows++;
            }
            return rows;
        }
    }

    private static List<FileRow> chunk(CsvFile file) {
        List<FileRow> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && file.hasNext()) {
            chunk.add(file.next());
        }
        return chunk;
    }

    private RewardCodeTally advance(
            RunningJob running, RewardCodeOrder order, List<FileRow> chunk, long done, RewardCodeTally before) {
        RewardCodeTally[] after = new RewardCodeTally[1];
        running.advance(() -> {
            List<JobRefusal> refusals = new ArrayList<>();
            Map<String, FileRow> wanted = wanted(order, chunk, refusals);
            long added = 0;
            long known = 0;
            for (Map.Entry<String, CodePools.Adding> code :
                    pools.add(order.reward(), running.job().id(), wanted.keySet()).entrySet()) {
                FileRow row = wanted.get(code.getKey());
                switch (code.getValue()) {
                    case ADDED -> added++;
                    case THERE_ALREADY -> known++;
                    case REPEATED -> refusals.add(refusal(order, row, code.getKey(), RewardCodeRefusal.CODE_REPEATED));
                    case OF_ANOTHER_REWARD ->
                        refusals.add(refusal(order, row, code.getKey(), RewardCodeRefusal.CODE_OF_ANOTHER_REWARD));
                }
            }
            after[0] = before.plus(new RewardCodeTally(added, known, refusals.size()));
            return new JobStep(done, json.write(after[0]), refusals);
        });
        return after[0];
    }

    /** The codes of a chunk that can be taken, each with its row. */
    private static Map<String, FileRow> wanted(RewardCodeOrder order, List<FileRow> chunk, List<JobRefusal> refusals) {
        Map<String, FileRow> wanted = new LinkedHashMap<>();
        for (FileRow row : chunk) {
            String code = order.column() < row.cells().size() ? row.cells().get(order.column()).strip() : "";
            if (row.isUnclosed()) {
                refusals.add(refusal(order, row, code, RewardCodeRefusal.QUOTE_UNCLOSED));
            } else if (code.isEmpty()) {
                refusals.add(refusal(order, row, code, RewardCodeRefusal.CODE_MISSING));
            } else if (!CODE.matcher(code).matches()) {
                refusals.add(refusal(order, row, code, RewardCodeRefusal.CODE_MALFORMED));
            } else if (wanted.putIfAbsent(code, row) != null) {
                refusals.add(refusal(order, row, code, RewardCodeRefusal.CODE_REPEATED));
            }
        }
        return wanted;
    }

    private static JobRefusal refusal(RewardCodeOrder order, FileRow row, String code, RewardCodeRefusal refusal) {
        String shown = code.length() <= SHOWN ? "" : code.substring(0, code.offsetByCodePoints(0, SHOWN)) + "•••";
        return new JobRefusal(
                row.number(),
                refusal.code(),
                refusal.reason().in(order.language()),
                OptionalLong.empty(),
                CsvText.line(List.of(CsvText.harmless(shown))));
    }
}
