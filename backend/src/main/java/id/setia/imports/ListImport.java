package id.setia.imports;

import id.setia.audiences.AudienceLists;
import id.setia.jobs.Job;
import id.setia.jobs.JobFailure;
import id.setia.jobs.JobRefusal;
import id.setia.jobs.JobStep;
import id.setia.jobs.JobWorker;
import id.setia.jobs.RunningJob;
import id.setia.kernel.Json;
import id.setia.members.FoundMember;
import id.setia.members.MemberReference;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Takes in a file of members for a static list, some hundred rows at a time; the list shows them once all are there. The
 * job's checkpoint is how many rows are done.
 */
@Singleton
class ListImport implements JobWorker {

    static final String KIND = "audience_list";

    private static final int CHUNK = 500;

    private final AudienceLists lists;
    private final MemberRegistry members;
    private final Json json;

    ListImport(AudienceLists lists, MemberRegistry members, Json json) {
        this.lists = lists;
        this.members = members;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(RunningJob running) throws IOException {
        Job job = running.job();
        ListOrder order = json.read(job.parameters(), ListOrder.class);
        ListTally tally = job.counts().isEmpty() ? ListTally.NOTHING : json.read(job.counts(), ListTally.class);
        long done = job.checkpoint();
        try (CsvFile file = CsvFile.open(running.file())) {
            for (long row = 0; row < done && file.hasNext(); row++) {
                file.next();
            }
            while (file.hasNext()) {
                List<FileRow> chunk = chunk(file);
                done += chunk.size();
                tally = advance(running, order, chunk, done, tally);
            }
        }
        Optional<UUID> before = lists.shown(order.audience()).filter(shown -> !shown.equals(job.id()));
        publish(running, order, done, tally);
        while (before.isPresent() && lists.clear(before.get(), CHUNK)) {
            running.hold();
        }
    }

    private static List<FileRow> chunk(CsvFile file) {
        List<FileRow> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && file.hasNext()) {
            chunk.add(file.next());
        }
        return chunk;
    }

    private ListTally advance(RunningJob running, ListOrder order, List<FileRow> chunk, long done, ListTally before) {
        Map<FileRow, List<Optional<MemberReference>>> named = new HashMap<>();
        chunk.forEach(row -> named.put(row, ListColumn.references(order.header(), row)));
        Map<MemberReference, FoundMember> known = members.find(named.values().stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList());
        Set<UUID> found = new HashSet<>();
        List<JobRefusal> refusals = new ArrayList<>();
        for (FileRow row : chunk) {
            List<Optional<UUID>> people = people(named.get(row), known);
            Optional<ListRefusal> refusal = refusal(row, people);
            if (refusal.isPresent()) {
                refusals.add(new RefusedRow(row, refusal.get(), OptionalLong.empty()).inLanguage(order.language()));
            } else {
                found.add(people.getFirst().orElseThrow());
            }
        }
        ListTally after = before.plus(chunk.size() - refusals.size(), refusals.size());
        running.advance(() -> {
            lists.gather(running.job().id(), found);
            return new JobStep(done, json.write(after), refusals);
        });
        return after;
    }

    /** Whom each cell of a row names who still takes part. */
    private static List<Optional<UUID>> people(
            List<Optional<MemberReference>> references, Map<MemberReference, FoundMember> known) {
        return references.stream()
                .map(reference -> reference
                        .map(known::get)
                        .filter(one -> one.state() != MemberState.ERASED && one.state() != MemberState.CLOSED)
                        .map(FoundMember::id))
                .toList();
    }

    private static Optional<ListRefusal> refusal(FileRow row, List<Optional<UUID>> people) {
        if (row.isUnclosed()) {
            return Optional.of(ListRefusal.QUOTE_UNCLOSED);
        }
        if (people.isEmpty() || people.getFirst().isEmpty()) {
            return Optional.of(ListRefusal.MEMBER_UNKNOWN);
        }
        boolean agree = people.stream().flatMap(Optional::stream).distinct().count() == 1;
        return agree ? Optional.empty() : Optional.of(ListRefusal.MEMBERS_DIFFER);
    }

    private void publish(RunningJob running, ListOrder order, long done, ListTally tally) {
        running.advance(() -> {
            if (!lists.publish(order.audience(), running.job().id())) {
                throw new JobFailure("audience_unknown");
            }
            return new JobStep(done, json.write(tally), List.of());
        });
    }
}
