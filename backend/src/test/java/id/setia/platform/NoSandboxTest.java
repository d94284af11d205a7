package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestTills;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@SetiaTest
class NoSandboxTest {

    @Inject
    TestTills tills;

    @Test
    void outside_a_sandbox_nobody_moves_the_clock_or_reads_messages() {
        Browser till = tills.till().with("Idempotency-Key", "once");

        assertThat(till.get("/api/v1/sandbox/clock").status()).isEqualTo(404);
        assertThat(till.get("/api/v1/sandbox/messages").status()).isEqualTo(404);
        assertThat(till.get("/api/v1/sandbox/clock-moves/clk_01kq5zv4m8e7t9b3x2c1d0f6ga").status()).isEqualTo(404);
        Browser.Answer refused = till.post("/api/v1/sandbox/clock-moves", "{\"by\":\"P1D\"}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("code")).isEqualTo("not_found");
        assertThat(till.get("/api/v1/program").json().get("sandbox").getBooleanValue()).isFalse();
        assertThat(till.get("/api/v1/program").header("Setia-Sandbox")).isEmpty();
    }
}
