package id.setia.jobs;

import id.setia.kernel.Cursor;
import id.setia.kernel.IdMaker;
import id.setia.kernel.Page;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door to long work. */
@Singleton
public class Jobs {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int CHUNK = 500;

    private final JobFiles files;
    private final Transactions transactions;
    private final SystemClock clock;
    private final IdMaker ids;
    private final UUID node;

    Jobs(JobFiles files, Transactions transactions, SystemClock clock, IdMaker ids) {
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.node = ids.next();
    }

    /** Queues a job with its file, which is kept part by part first; parts of a job that never came to be are swept. */
    public Job create(NewJob job, FileSource file) {
        UUID id = ids.next();
        keep(id, file);
        return transactions.write(connection -> {
            JobRows.insert(connection, id, job, clock.now());
            return JobRows.find(connection, id).orElseThrow();
        });
    }

    /** Keeps the file of a job that is yet to be made under the id; it is swept where it never is. */
    public void keep(UUID id, FileSource file) {
        try (InputStream content = file.open()) {
            files.store(id, content);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Deletes what was kept for a job that is not made after all. */
    public void discard(UUID id) {
        dropFile(id);
    }

    /** Queues a job without a file, in the running transaction if there is one. */
    public Job create(NewJob job) {
        return create(ids.next(), job);
    }

    /** The same with an id of the caller's making, under which its file may be kept already. */
    public Job create(UUID id, NewJob job) {
        return transactions.write(connection -> {
            JobRows.insert(connection, id, job, clock.now());
            return JobRows.find(connection, id).orElseThrow();
        });
    }

    public Optional<Job> find(UUID id) {
        return transactions.read(connection -> JobRows.find(connection, id));
    }

    /** Jobs of some kinds, the latest first. */
    public List<Job> latest(List<String> kinds, int limit) {
        return transactions.read(connection -> JobRows.latest(connection, kinds, limit));
    }

    /** A page of the jobs of a kind, the latest first. */
    public Page<Job> page(String kind, Optional<String> cursor, int limit) {
        Optional<UUID> before = cursor.map(Cursor::place).map(Cursor::id);
        return Page.of(
                transactions.read(connection -> JobRows.before(connection, kind, before, limit + 1)),
                limit,
                job -> Cursor.of(job.id().toString()));
    }

    /** The job's file from its beginning, as it came; empty once it was swept away. */
    public InputStream file(UUID jobId) {
        return files.open(jobId);
    }

    /** What the job refused, in the order of rows and codes, from the one after the last read on. */
    public List<JobRefusal> refusals(UUID jobId, Optional<JobRefusal> last, int limit) {
        return transactions.read(connection -> JobRefusals.after(connection, jobId, last, limit));
    }

    /** Takes the oldest job that nobody works on, for this node. */
    public Optional<RunningJob> claim(Instant now) {
        for (Job waiting : transactions.read(connection -> JobRows.waiting(connection, now))) {
            boolean taken = transactions.write(
                    connection -> JobRows.claim(connection, waiting, node, now, clock.now().plus(LEASE)));
            if (taken) {
                return Optional.of(new RunningJob(this, find(waiting.id()).orElseThrow()));
            }
        }
        return Optional.empty();
    }

    /** Work of a lease's holder. */
    @FunctionalInterface
    interface HeldWork<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does work in a transaction that first renews the lease.
     *
     * @throws JobLost when the job is another's by now
     */
    <T> T held(Job job, HeldWork<T> work) {
        return transactions.write(connection -> {
            if (!JobRows.renew(connection, job, clock.now().plus(LEASE))) {
                throw new JobLost(job.id());
            }
            return work.on(connection);
        });
    }

    /** Gives the job back, to be gone on with by any node. */
    void release(Job job) {
        leave(job, JobState.QUEUED, Optional.empty(), Optional.empty());
    }

    void finish(Job job) {
        leave(job, JobState.DONE, Optional.empty(), Optional.of(clock.now()));
    }

    void fail(Job job, String code) {
        leave(job, JobState.FAILED, Optional.of(code), Optional.of(clock.now()));
    }

    private void leave(Job job, JobState state, Optional<String> message, Optional<Instant> finishedAt) {
        transactions.write(connection -> {
            JobRows.leave(connection, job, state, message, finishedAt);
            return null;
        });
    }

    /** Deletes files and refusals of jobs made before the moment; what became of the jobs stays known. */
    public void forgetBefore(Instant moment) {
        for (UUID jobId : transactions.read(connection -> JobFiles.orphans(connection, moment))) {
            delete("DELETE FROM job_file WHERE job_id = ? LIMIT ?", jobId, 16);
        }
        for (UUID jobId : transactions.read(connection -> JobFiles.keptSince(connection, moment))) {
            delete("DELETE FROM job_file WHERE job_id = ? LIMIT ?", jobId, 16);
            delete("DELETE FROM job_refusal WHERE job_id = ? LIMIT ?", jobId, CHUNK);
        }
    }

    /** Deletes the file of one job. */
    void dropFile(UUID jobId) {
        delete("DELETE FROM job_file WHERE job_id = ? LIMIT ?", jobId, 16);
    }

    private void delete(String sql, UUID jobId, int chunk) {
        int deleted = chunk;
        while (deleted == chunk) {
            deleted = transactions.write(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setBytes(1, UuidBytes.of(jobId));
                    delete.setInt(2, chunk);
                    return delete.executeUpdate();
                }
            });
        }
    }
}
