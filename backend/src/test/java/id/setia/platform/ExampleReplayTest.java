package id.setia.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.setia.kernel.PublicId;
import id.setia.testing.Browser;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/** Every operation of the contract does what its example asks for, on a server of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExampleReplayTest {

    /** Operations that the example alone cannot succeed at: with which code they refuse it, and why that is so. */
    static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("closeMonth", "closing_out_of_order: a new server has no month that is over"),
            Map.entry("getClosing", "closing_not_found: a new server has no month that is over"),
            Map.entry("exportClosing", "closing_not_found: a new server has no month that is over"),
            Map.entry("exportJournal", "closing_not_found: a new server has no month that is over"),
            Map.entry("getSettlement", "closing_not_found: a new server has no month that is over"),
            Map.entry("exportSettlement", "closing_not_found: a new server has no month that is over"),
            Map.entry("getTierRun", "not_found: a new server has no month that is over"),
            Map.entry("listTierMoves", "not_found: a new server has no month that is over"),
            Map.entry("getFinalSettlement", "final_settlement_not_found: a partner leaves on a day to come"),
            Map.entry("listDemoMails", "not_found: exists in demonstrations only"),
            Map.entry("getSandboxClock", "not_found: exists in a sandbox only"),
            Map.entry("moveSandboxClock", "not_found: exists in a sandbox only"),
            Map.entry("getSandboxClockMove", "not_found: exists in a sandbox only"),
            Map.entry("listSandboxMessages", "not_found: exists in a sandbox only"),
            Map.entry("closeSignedGap", "signed_gap_not_found: only the till itself signs its batches"),
            Map.entry("postSignedBatch", "terminal_not_found: only the till itself signs its batches"),
            Map.entry("completeClaim", "claim_not_found: its token comes after the code that was sent"),
            Map.entry("proveClaim", "code_invalid: only who gets the message knows the code"),
            Map.entry("rejectClaim", "claim_not_found: its token comes after the code that was sent"),
            Map.entry("confirmEnrolment", "code_invalid: only who gets the message knows the code"),
            Map.entry("confirmContact", "code_expired: only who gets the message knows the code"),
            Map.entry("confirmSignInCode", "code_expired: only who gets the message knows the code"),
            Map.entry("removeContact", "last_contact: the members of the tests have one contact"),
            Map.entry("releaseReview", "review_not_found: points wait for a check only beyond the limits on speed"),
            Map.entry("withdrawReview", "review_not_found: points wait for a check only beyond the limits on speed"),
            Map.entry("getDocument", "document_not_found: a new text is in force from tomorrow on at the earliest"),
            Map.entry("acceptStaffInvitation", "link_invalid: only who gets the message knows the link"),
            Map.entry("lookupStaffInvitation", "link_invalid: only who gets the message knows the link"),
            Map.entry("renewStaffPassword", "link_invalid: only who gets the message knows the link"),
            Map.entry("setUpStaff", "setup_already_done: a server is set up once"),
            Map.entry("confirmSecondFactor", "second_factor_not_started: the code comes from a device"),
            Map.entry("renewRecoveryCodes", "second_factor_off: the code comes from a device"),
            Map.entry("removeSecondFactor", "second_factor_off: the code comes from a device"),
            Map.entry("resetStaffSecondFactor", "second_factor_off: the code comes from a device"));

    private static ReplayServer server;
    private static Replays replays;

    @BeforeAll
    static void start() throws SQLException {
        server = ReplayServer.start(ReplayServer.freshDatabase("setia_replay"));
        replays = server.replays();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> every_example_replays() {
        return replays.operations().stream().map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            String id = String.valueOf(operation.content().get("operationId"));
            Browser.Answer answer = replays.ready(id).send(Replays.key());
            if (REFUSED.containsKey(id)) {
                assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
                assertThat(answer.text("code")).as(answer.body()).isEqualTo(REFUSED.get(id).split(":")[0]);
            } else {
                assertThat(answer.status())
                        .as("%s needs a request in contract-examples.yaml that can succeed, a maker or a preparation in Replays for"
                                + " what must be there before, or, with its reason, a place in REFUSED.\nIt was answered: %s", id, answer.body())
                        .isBetween(200, 299);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_sent_again_has_its_effect_once() {
        return OnceOnly.of(replays).map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            String id = String.valueOf(operation.content().get("operationId"));
            Replay replay = replays.ready(id);
            if (OnceOnly.isKeyed(operation) && !OnceOnly.saysWhetherReplayed(operation)) {
                Browser.Answer keyless = replay.send("");
                assertThat(keyless.status()).as(keyless.body()).isEqualTo(400);
                assertThat(keyless.text("code")).isEqualTo("idempotency_key_missing");
            }
            String key = Replays.key();

            Browser.Answer first = replay.send(key);
            Browser.Answer again = replay.send(key);

            assertThat(first.status()).as(first.body()).isBetween(200, 299);
            assertThat(OnceOnly.isReplay(first)).as("the first: " + first.body()).isFalse();
            assertThat(again.status()).as(again.body()).isBetween(200, 299);
            assertThat(OnceOnly.isReplay(again)).as("the second: " + again.body()).isTrue();
            assertThat(OnceOnly.things(again)).isEqualTo(OnceOnly.things(first));

            Optional<Browser.Answer> conflict = replays.other(replay).map(other -> other.send(key));
            conflict.ifPresent(answer -> assertThat(answer.body())
                    .containsAnyOf("idempotency_key_reused", "purchase_conflict", "refund_conflict", "voucher_used"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> the_same_key_of_another_caller_is_another_key() {
        return OnceOnly.of(replays).filter(OnceOnly::isKeyed).map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            String id = String.valueOf(operation.content().get("operationId"));
            String key = Replays.key();
            replays.ready(id).send(key);
            Replay theirs = replays.ofAnother(replays.ready(id));

            Browser.Answer answer = theirs.send(key);

            assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
            assertThat(OnceOnly.isReplay(answer)).as(answer.body()).isFalse();
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_sent_twice_at_once_or_after_hanging_up_has_its_effect_once() {
        return OnceOnly.of(replays).map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            String id = String.valueOf(operation.content().get("operationId"));
            Replay replay = replays.ready(id);
            String key = Replays.key();
            replay.sendAndHangUp(key);
            CompletableFuture<Browser.Answer> one = CompletableFuture.supplyAsync(() -> replay.twin().send(key));
            CompletableFuture<Browser.Answer> another = CompletableFuture.supplyAsync(() -> replay.twin().send(key));

            assertThat(one.get().status()).as(one.get().body()).isBetween(200, 299);
            assertThat(another.get().status()).as(another.get().body()).isBetween(200, 299);
            assertThat(OnceOnly.things(one.get())).isEqualTo(OnceOnly.things(another.get()));
            assertThat(OnceOnly.isReplay(one.get()) || OnceOnly.isReplay(another.get())).isTrue();
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_theirs_looks_to_others_as_if_it_were_not_there() {
        Map<String, Browser> others = replays.others();
        return replays.operations().stream().filter(operation -> operation.path().contains("Id}")).map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            Replay there = replays.ready(String.valueOf(operation.content().get("operationId")));
            there.path.computeIfPresent("memberId", (name, me) -> PublicId.MEMBER.format(there.member.id()));
            others.forEach((name, other) -> {
                Browser.Answer existing = other.send(operation.method(), there.target(), operation.mediaType(), operation.body());
                if (Set.of(401, 403, 404).contains(existing.status())) {
                    Replay nowhere = there.twin();
                    nowhere.path.replaceAll((parameter, value) -> parameter.endsWith("Id") ? ApiOperation.nothing(parameter) : value);
                    Browser.Answer none = other.send(operation.method(), nowhere.target(), operation.mediaType(), operation.body());
                    assertThat(none.status()).as(name).isEqualTo(existing.status());
                    assertThat(words(none)).as(name).isEqualTo(words(existing));
                }
            });
        }));
    }

    /** The body without the id of the request. */
    private static String words(Browser.Answer answer) {
        return answer.body().replace(answer.text("requestId"), "");
    }

    /**
     * So many of each operation as {@code setia.fuzz.mutants} says, 12 unless it says otherwise; a failure names the seed that
     * {@code setia.fuzz.seed} takes to make the same again. Last, since some of them succeed.
     */
    @TestFactory
    @Order(Integer.MAX_VALUE)
    Stream<DynamicTest> no_mutant_of_an_example_breaks_an_operation() {
        long seed = Long.getLong("setia.fuzz.seed", 20_261_122);
        int mutants = Integer.getInteger("setia.fuzz.mutants", 12);
        return replays.operations().stream().map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            Replay replay = replays.ready(String.valueOf(operation.content().get("operationId")));
            Mutants mutations = new Mutants(seed + operation.name().hashCode());
            for (int number = 0; number < mutants; number++) {
                Mutants.Mutant mutant = mutations.of(replay);
                Browser caller = replay.caller.copy().unwatched();
                if (replay.takes("Idempotency-Key")) {
                    caller.with("Idempotency-Key", Replays.key());
                }
                mutant.headers().forEach(caller::with);
                MalformedRequestsTest.assertSound(
                        "seed " + seed + ", mutant " + number + ": " + operation.method() + " " + mutant,
                        caller.send(operation.method(), mutant.target(), mutant.mediaType(), mutant.body()));
            }
        }));
    }

    @Test
    void what_is_refused_is_an_operation() {
        Set<String> gone = new TreeSet<>(REFUSED.keySet());
        ApiOperation.of(Yaml.read(Contract.published())).forEach(
                operation -> gone.remove(String.valueOf(operation.content().get("operationId"))));

        assertThat(gone).isEmpty();
    }
}
