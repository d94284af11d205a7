package id.setia.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalTest {

    private static final Instant ASKED = Instant.parse("2026-11-20T03:00:00Z");
    private static final Instant ENDS = ASKED.plus(Duration.ofDays(7));

    private final Approval approval = new Approval(
            UUID.randomUUID(), "uji", Optional.of(UUID.randomUUID()), "{}", ApprovalState.WAITING, UUID.randomUUID(), ASKED, ENDS,
            Optional.empty(), Optional.empty(), "");

    @Test
    void a_request_waits_until_its_last_moment_and_has_expired_at_its_end() {
        assertThat(approval.at(ENDS.minusNanos(1_000)).state()).isEqualTo(ApprovalState.WAITING);
        assertThat(approval.at(ENDS).state()).isEqualTo(ApprovalState.EXPIRED);
        assertThat(approval.at(ENDS).decidedBy()).isEmpty();
    }

    @Test
    void one_that_was_decided_does_not_expire() {
        Approval decided =
                approval.decided(ApprovalState.REJECTED, Optional.of(UUID.randomUUID()), ASKED.plusSeconds(60), "Tidak");

        assertThat(decided.at(ENDS).state()).isEqualTo(ApprovalState.REJECTED);
    }
}
