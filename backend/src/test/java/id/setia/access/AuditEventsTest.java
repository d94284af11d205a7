package id.setia.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.IdMaker;
import id.setia.kernel.PublicId;
import id.setia.kernel.SystemClock;
import id.setia.testing.Browser;
import id.setia.testing.SetiaTest;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SetiaTest
class AuditEventsTest {

    @Inject
    StaffDesk desk;

    @Inject
    AuditTrail trail;

    @Inject
    SystemClock clock;

    @Inject
    IdMaker ids;

    StaffDesk.Person rina;
    Browser auditor;
    UUID member;

    @BeforeEach
    void rina_does_something() {
        rina = desk.hire(Role.SERVICE_AGENT);
        auditor = desk.signedIn(desk.hire(Role.AUDITOR));
        member = ids.next();
        Caller caller = new Caller.SignedInStaff(rina.id(), Set.of(Role.SERVICE_AGENT));
        trail.record(caller, "member.viewed", "member", member);
        trail.record(caller, "member.changed", "member", member, "name", "Budi", "email", "budi@example.com");
        trail.record(new Caller.Stranger(), "member.changed", "member", ids.next());
    }

    @Test
    void events_tell_who_what_and_when_but_no_values() {
        Browser.Answer answer = read("actor=" + rina.publicId());

        assertThat(actions(answer)).containsExactly("member.changed", "member.viewed");
        JsonNode event = answer.json().get("items").get(0);
        assertThat(event.get("actor").get("name").getStringValue()).isEqualTo("Rina Hartono");
        assertThat(event.get("actor").get("kind").getStringValue()).isEqualTo("staff");
        assertThat(event.get("subject").get("id").getStringValue()).isEqualTo(PublicId.MEMBER.format(member));
        assertThat(event.get("fields").get(0).getStringValue()).isEqualTo("name");
        assertThat(event.get("fields").get(1).getStringValue()).isEqualTo("email");
        assertThat(answer.body()).doesNotContain("Budi", "budi@example.com");
    }

    @Test
    void filters_add_up() {
        assertThat(actions(read("subject=" + PublicId.MEMBER.format(member)))).hasSize(2);
        assertThat(actions(read("subject=" + member))).hasSize(2);
        assertThat(actions(read("subject=" + PublicId.MEMBER.format(member) + "&action=member.v"))).containsExactly("member.viewed");
        assertThat(actions(read("actor=" + rina.publicId() + "&action=staff."))).isEmpty();
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneId.of("Asia/Jakarta"));
        assertThat(actions(read("actor=" + rina.publicId() + "&from=" + today.minusDays(1) + "&to=" + today))).hasSize(2);
        assertThat(actions(read("actor=" + rina.publicId() + "&to=" + today.minusDays(1)))).isEmpty();
        assertThat(actions(read("actor=" + rina.publicId() + "&from=" + today.plusDays(1)))).isEmpty();
    }

    @Test
    void what_is_no_filter_is_refused() {
        assertThat(read("actor=nobody").fieldCodes()).containsEntry("/actor", "value_malformed");
        assertThat(read("from=2026-13-01").fieldCodes()).containsEntry("/from", "date_malformed");
        assertThat(read("action=%25").status()).isEqualTo(422);
        assertThat(read("cursor=bm9uZQ").fieldCodes()).containsEntry("/cursor", "cursor_unknown");
    }

    @Test
    void pages_follow_each_other() {
        Browser.Answer first = read("actor=" + rina.publicId() + "&limit=1");
        Browser.Answer second = read("actor=" + rina.publicId() + "&limit=1&cursor=" + first.text("nextCursor"));

        assertThat(actions(first)).containsExactly("member.changed");
        assertThat(actions(second)).containsExactly("member.viewed");
        assertThat(second.text("nextCursor")).isEmpty();
    }

    @Test
    void what_was_done_to_nothing_in_particular_names_nothing() {
        trail.record(
                new Caller.SignedInStaff(rina.id(), Set.of(Role.SERVICE_AGENT)), "member.searched", "member", new UUID(0, 0));

        JsonNode subject = read("actor=" + rina.publicId() + "&limit=1").json().get("items").get(0).get("subject");

        assertThat(subject.get("kind").getStringValue()).isEqualTo("member");
        assertThat(subject.get("id")).isNull();
    }

    @Test
    void the_chain_is_followed_on_demand() {
        Browser.Answer proof = auditor.get("/api/v1/audit-events/proof");

        assertThat(proof.status()).isEqualTo(200);
        assertThat(proof.json().get("holds").getBooleanValue()).isTrue();
        assertThat(proof.json().get("events").getLongValue()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void only_administrators_and_auditors_read_it() {
        assertThat(desk.signedIn(rina).get("/api/v1/audit-events").text("code")).isEqualTo("forbidden");
    }

    private Browser.Answer read(String query) {
        return auditor.get("/api/v1/audit-events?" + query);
    }

    private static List<String> actions(Browser.Answer answer) {
        List<String> actions = new ArrayList<>();
        answer.json().get("items").values().forEach(event -> actions.add(event.get("action").getStringValue()));
        return actions;
    }
}
