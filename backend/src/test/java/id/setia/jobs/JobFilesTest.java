package id.setia.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.Transactions;
import id.setia.kernel.UuidBytes;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SetiaTest
class JobFilesTest {

    private static final int MEGABYTE = 1 << 20;

    @Inject
    Jobs jobs;

    @Inject
    Transactions transactions;

    @Test
    void a_file_is_dropped_whole_however_many_parts_it_has() throws Exception {
        byte[] content = new byte[20 * MEGABYTE];
        Job job = jobs.create(new NewJob("nobody_does_this", "file", "", Optional.empty()), () -> new ByteArrayInputStream(content));
        assertThat(parts(job.id())).isEqualTo(40);
        assertThat(jobs.file(job.id()).readAllBytes()).hasSize(content.length);

        jobs.dropFile(job.id());

        assertThat(parts(job.id())).isZero();
        forget(job.id());
    }

    private void forget(UUID jobId) {
        transactions.write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM job WHERE id = ?")) {
                delete.setBytes(1, UuidBytes.of(jobId));
                return delete.executeUpdate();
            }
        });
    }

    private long parts(UUID jobId) {
        return transactions.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM job_file WHERE job_id = ?")) {
                select.setBytes(1, UuidBytes.of(jobId));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
