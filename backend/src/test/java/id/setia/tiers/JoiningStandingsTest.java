package id.setia.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.setia.kernel.IdMaker;
import id.setia.kernel.Transactions;
import id.setia.members.MemberJoined;
import id.setia.points.MonthSums;
import id.setia.testing.SetiaTest;
import id.setia.testing.TestProgram;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class JoiningStandingsTest {

    private static final Instant AT = Instant.parse("2026-11-10T03:00:00Z");

    @Inject
    TestProgram testProgram;

    @Inject
    ApplicationEventPublisher<MemberJoined> publisher;

    @Inject
    Standings standings;

    @Inject
    StandingRows rows;

    @Inject
    Transactions transactions;

    @Inject
    IdMaker ids;

    @BeforeEach
    void foundProgram() {
        testProgram.found();
    }

    @Test
    void a_member_begins_at_the_lowest_tier_with_joining() {
        UUID member = ids.next();

        publisher.publishEvent(new MemberJoined(member, AT));

        StandingResponse standing = standings.view(member, MonthSums.NONE, AT.plusSeconds(60));
        assertThat(standing.tier().code()).isEqualTo("red");
        assertThat(standing.since()).isEqualTo(AT);
        assertThat(standing.reason().en()).isEqualTo("Every member starts at Red.");
    }

    @Test
    void no_standing_stays_of_a_joining_that_failed() {
        UUID member = ids.next();

        assertThatThrownBy(() -> transactions.write(connection -> {
                    publisher.publishEvent(new MemberJoined(member, AT));
                    assertThat(rows.of(List.of(member))).hasSize(1);
                    throw new IllegalStateException("the e-mail was taken meanwhile");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rows.of(List.of(member))).isEmpty();
    }
}
