package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import id.setia.testing.SetiaTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@SetiaTest
class VaultTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    @Inject
    Vault vault;

    @Inject
    Transactions transactions;

    @Inject
    SystemClock clock;

    @TempDir
    Path directory;

    @Test
    void what_is_sealed_opens_in_its_place_and_nowhere_else() {
        byte[] sealed = vault.seal(SECRET, "webhook", "1", "secret");

        assertThat(vault.open(sealed, "webhook", "1", "secret")).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault.open(sealed, "webhook", "2", "secret")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(sealed, "webhook", "1", "other")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_does_not_open() {
        byte[] sealed = vault.seal(SECRET, "webhook", "1", "secret");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed, "webhook", "1", "secret")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_key_file_is_made_for_its_owner_alone_and_kept() throws IOException {
        Path file = directory.resolve("made").resolve("setia.key");
        MasterKey first = new MasterKey(file.toString(), "");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(new MasterKey(file.toString(), "").key()).isEqualTo(first.key());
    }

    @Test
    void another_key_file_is_refused_by_its_name() {
        Path file = directory.resolve("other.key");

        assertThatThrownBy(() -> new Vault(new MasterKey(file.toString(), ""), transactions, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other.key");
    }
}
